using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>An officer whose hands stay on the keyboard, and a colleague at the same file.</summary>
internal sealed class OfficerAtTheKeyboard
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Works_through_a_file_and_a_second_person_signs(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Thomas Leroy");
        var keys = new Keyboard(visit);
        await keys.Press("/");
        await keys.Type("fernandez");
        await keys.Press("Enter");
        await visit.Sees("1 dossier sur cette page");
        await keys.Press("j");
        await keys.Press("Enter");
        await visit.Page.WaitForURLAsync(url => url.Contains("/agents/dossiers/", StringComparison.Ordinal));
        await visit.Sees("Fernández José");
        await keys.Press("?");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Confirmer la complétude");
        await keys.Press("Escape");
        await Act(visit, "c", "Complétude confirmée");

        await keys.Press("p");
        await keys.Press("Space");
        await keys.Reach("Demander");
        await keys.Press("Enter");
        await visit.Sees("Demandes de documents");

        await keys.Press("r");
        await keys.Press("Space");
        await keys.Reach("Conditions remplies");
        await keys.Press("Space");
        await keys.Reach("Garder le projet");
        await keys.Press("Enter");
        await visit.Sees("Projet favorable de Thomas Leroy");

        await using var second = await visit.Meet("Nadia Benali", phone);
        await second.Go(new Uri(visit.Page.Url).AbsolutePath);
        await Act(second, "s", "Notifier");
        await Act(second, "t", "notifiée le");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Two_at_once_are_told_what_the_other_did_and_lose_nothing(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Thomas Leroy");
        await visit.Go("/agents/dossiers?q=fernandez");
        await visit.Page.Locator("[data-row]").First.ClickAsync();
        await using var other = await visit.Meet("Nadia Benali", phone);
        await other.Go(new Uri(visit.Page.Url).AbsolutePath);
        await visit.Press("Confirmer la complétude");
        await visit.Sees("Complétude confirmée");

        other.ExpectedStatus.Add(409);
        await other.Page.GetByText("Demander des documents", new() { Exact = true }).ClickAsync();
        await other.Page.Locator("input[name=Ask]").First.CheckAsync(new() { Force = true });
        await other.Fill(("AskReason", "L'acte est illisible."));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Demander", Exact = true }).ClickAsync();
        await other.Sees("Ce qui a changé depuis que vous avez ouvert le dossier", "Thomas Leroy");
        await Assertions.Expect(other.Page.Locator("[name=AskReason]")).ToHaveValueAsync("L'acte est illisible.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Demander", Exact = true }).ClickAsync();
        await other.Sees("Demandes de documents", "L'acte est illisible.");
    }

    /// <summary>A key leads to an act, Enter does it.</summary>
    private static async Task Act(Visit visit, string key, string done)
    {
        var keys = new Keyboard(visit);
        await keys.Press(key);
        await keys.Press("Enter");
        await visit.Sees(done);
    }
}
