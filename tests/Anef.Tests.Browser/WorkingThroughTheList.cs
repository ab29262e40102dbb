using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>An officer at the worklist, by the keyboard alone.</summary>
internal sealed class WorkingThroughTheList
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Sees_why_a_file_is_first_keeps_a_filter_and_takes_the_next_by_keyboard(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Claire Perrin");
        await visit.Go("/agents/travail");
        var keys = new Keyboard(visit);
        await Assertions.Expect(visit.Page.Locator("main table tbody tr").First).ToContainTextAsync(new Regex(@"\d+ points : .+ \(\d+\)"));
        Assert.That(await visit.Violations(), Is.Empty);
        Assert.That(await visit.Overflows(), Is.Empty);

        await keys.Reach("À décider");
        await keys.Press("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("file=decision", StringComparison.Ordinal));
        await keys.Reach("Garder ce filtre");
        await keys.Press("Enter");
        await keys.Reach("Nom du filtre");
        await keys.Type("Mes décisions");
        await keys.Reach("Garder");
        await keys.Press("Enter");
        await visit.Sees("Mes filtres : Mes décisions");

        await visit.Go("/agents/travail");
        await keys.Reach("Mes décisions");
        await keys.Press("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("file=decision", StringComparison.Ordinal));

        await visit.Go("/agents/travail");
        await keys.Press("n");
        await keys.Press("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("/agents/dossiers/", StringComparison.Ordinal));
        var taken = await visit.Number();
        await visit.Go("/agents/travail");
        await Assertions.Expect(visit.Page.Locator("main tbody tr", new() { HasText = taken })).ToContainTextAsync("moi");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Asks_many_for_a_document_after_a_look_and_comes_back_to_the_list(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Claire Perrin");
        await visit.Go("/agents/travail?file=tous");
        var boxes = visit.Page.Locator("main input[name=Chosen]");
        for (var i = 0; i < 2; i++) await boxes.Nth(i).CheckAsync(new() { Force = true });
        await visit.Press("Autres actes sur la sélection");
        await visit.Sees("2 dossiers sont cochés");
        Assert.That(await visit.Violations(), Is.Empty);
        Assert.That(await visit.Overflows(), Is.Empty);

        visit.ExpectedStatus.UnionWith([400, 409]);
        await visit.Press("Voir l'aperçu");
        await visit.Sees("Choisissez ce qu'il faut faire", "2 dossiers sont cochés");
        await visit.Page.Locator("main select[name=Act]").SelectOptionAsync("ask");
        await visit.Page.Locator("main select[name=Documents]").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await visit.Fill(("Reason", "La copie ne se lit pas."));
        await visit.Press("Voir l'aperçu");
        await visit.Sees("Aperçu : rien n'est encore fait", "2 dossiers");
        await visit.Press("Lancer sur");
        await visit.SeesSoon("Terminé");
        await Assertions.Expect(visit.Page.Locator("main tbody tr td:last-child")).ToHaveTextAsync([new Regex("fait|refusé|laissé"), new Regex("fait|refusé|laissé")]);
        await visit.Press("Revenir à la liste");
        await visit.IsAt("/agents/travail");
    }
}
