using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>What goes wrong in a browser: it is said in words, the form is kept, nothing is there twice.</summary>
internal sealed class SendingTheWrongThing
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_file_that_is_none_is_refused_by_name_and_the_good_one_is_kept(bool script)
    {
        await using var visit = await Visit.Start(phone: true, script: script);
        await Documents(visit);
        visit.ExpectedStatus.UnionWith([409, 422]);
        await visit.Page.Locator("main input[type=file][multiple]").First.SetInputFilesAsync([Papers.Photograph(), Papers.NoPdf, Papers.Program]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Joindre" }).First.ClickAsync();
        await visit.Sees("bail.pdf :", "passeport.exe :", "Ce fichier n'est ni un PDF");
        await visit.Page.ReloadAsync();
        await visit.Sees("1 fichier joint", "photo.jpg");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_file_that_is_too_large_is_refused_in_words(bool script)
    {
        await using var visit = await Visit.Start(phone: true, script: script);
        await Documents(visit);
        visit.ExpectedStatus.UnionWith([400, 409, 413, 422]);
        await visit.Page.Locator("main input[type=file][multiple]").First.SetInputFilesAsync(Papers.Photograph(21_000_000, "immense.jpg"), new() { Timeout = 60_000 });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Joindre" }).First.ClickAsync();
        await visit.Sees("20 Mo");
    }

    [Test]
    public async Task The_second_of_two_tabs_sees_both_answers()
    {
        await using var visit = await Visit.Start(phone: true);
        await visit.SignIn("Bintou Sarr");
        await visit.Go("/deposer?demarche=CJF&type=first");
        await visit.Press("Commencer");
        await visit.Choose("Held", "no");
        await visit.Press("Continuer");
        await visit.IsAt("/identite");
        await using var tab = await visit.Meet("Bintou Sarr", phone: true);
        await tab.Go(new Uri(visit.Page.Url).AbsolutePath);
        await Tell(visit, "Premier");
        await visit.IsAt("/coordonnees");
        tab.ExpectedStatus.Add(409);
        await Tell(tab, "Second");
        await tab.Sees("Enregistré entre-temps ailleurs", "Premier");
        await Assertions.Expect(tab.Page.Locator("#Surname")).ToHaveValueAsync("Second");
        await tab.Press("Continuer");
        await tab.IsAt("/coordonnees");
    }

    [Test]
    public async Task A_form_that_is_older_than_its_session_is_explained()
    {
        await using var visit = await Visit.Start(phone: true);
        await visit.SignIn("Awa Diallo");
        await visit.Page.Locator("#demandes .fr-card__title a").First.ClickAsync();
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "formulaire" });
        visit.ExpectedStatus.Add(400);
        await visit.Page.Locator("#Text").FillAsync("Bonjour");
        await visit.Press("Envoyer le message");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await visit.Sees("Ce formulaire a expiré", "Revenez en arrière");
    }

    private static async Task Tell(Visit visit, string surname)
    {
        await visit.Fill(("Surname", surname), ("FirstNames", "Bintou"), ("Born", "1995-04-03"), ("Nationality", "SN"));
        await visit.Press("Continuer");
    }

    private static async Task Documents(Visit visit)
    {
        await visit.SignIn("Thị Hợp Nguyễn");
        await visit.Go("/deposer?demarche=PEF&type=renewal");
        await visit.Press("Commencer");
        await visit.IsAt("/situation");
        await visit.Go(new Uri(visit.Page.Url).AbsolutePath.Replace("situation", "documents", StringComparison.Ordinal));
    }
}
