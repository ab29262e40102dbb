using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody whose card runs out in three months files in time, with a telephone in a train or at a desk.</summary>
internal sealed class FilingARenewal
{
    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Goes_step_by_step_to_a_number_that_is_given_once(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.SignIn("Thị Hợp Nguyễn");
        await visit.Sees("Vous pouvez renouveler votre titre");
        await visit.Press("Préparer la demande");
        await visit.Press("Commencer");
        await visit.Sees("Étape 1 sur 6", "Le titre que vous avez");
        foreach (var step in new[] { "Votre identité", "Vos coordonnées", "Votre préfecture", "Vos documents" })
        {
            await visit.Press("Continuer");
            await visit.Sees(step);
        }
        await Attach(visit, script);
        await visit.Press("Continuer");
        await visit.Sees("Vérifier avant de déposer", "2 fichiers joints", "Qui sera prévenu");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Déposer ma demande" }).DblClickAsync();
        await visit.IsAt("/confirmation");
        await visit.Sees("Votre demande est déposée", "Elle ne prouve ni le droit au séjour");
        var number = await visit.Number();
        await visit.Page.GoBackAsync();
        await visit.Go(visit.Page.Url.Split('#')[0]);
        await visit.IsAt("/confirmation");
        Assert.That(await visit.Number(), Is.EqualTo(number), "back, and filed once");
        await visit.Go("/mon-espace");
        await Assertions.Expect(visit.Page.Locator("#demandes .fr-card")).ToHaveCountAsync(1);
        await visit.Sees(number);
    }

    [Test]
    public async Task Is_done_by_keyboard_alone_and_shows_where_one_is()
    {
        await using var visit = await Visit.Start();
        await visit.SignIn("Thị Hợp Nguyễn");
        await visit.Go("/deposer?demarche=PEF&type=renewal");
        var keys = new Keyboard(visit);
        await keys.Reach("Commencer");
        await keys.Press("Enter");
        foreach (var step in new[] { "/identite", "/coordonnees", "/prefecture", "/documents" })
        {
            await visit.Page.WaitForURLAsync("**/deposer/**");
            await keys.Reach("Continuer");
            await keys.Press("Enter");
            await visit.IsAt(step);
        }
        await keys.Reach("Continuer");
        await keys.Press("Enter");
        await visit.IsAt("/verifier");
        await keys.Reach("Déposer ma demande");
        await keys.Press("Enter");
        await visit.IsAt("/confirmation");
    }

    /// <summary>Two files for the first document: in parts, with the connection lost in between; or as any form does.</summary>
    private static async Task Attach(Visit visit, bool script)
    {
        var parts = 0;
        visit.LosesConnection = true;
        await visit.Page.RouteAsync("**/televersements/**", route => route.Request.Method == "PATCH" && ++parts == 2 ? route.AbortAsync("connectionfailed") : route.ContinueAsync());
        await visit.Page.Locator("main input[type=file][multiple]").First.SetInputFilesAsync([Papers.Photograph(2_500_000, "recto.jpg"), Papers.Photograph(300_000, "verso.jpg")]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Joindre" }).First.ClickAsync();
        if (script) await visit.Sees("La connexion est perdue");
        await visit.Sees("2 fichiers joints", "recto.jpg", "verso.jpg");
        if (script) Assert.That(parts, Is.GreaterThan(3), "sent in parts, and one of them twice");
    }
}
