using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody who reads Arabic, would rather have an SMS, and may have to leave at once.</summary>
internal sealed class ChoosingHowToBeTold
{
    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Is_kept_with_the_account_in_the_language_that_is_read(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.SignIn("Awa Diallo");
        await visit.Go("/mon-espace/notifications");
        await visit.Page.Locator("#First").SelectOptionAsync("Sms");
        await visit.Fill(("Phone", "06 12 34 56 78"));
        await visit.Page.GetByLabel("Les nouvelles qui ne demandent rien").UncheckAsync(new() { Force = true });
        await visit.Press("Enregistrer mes choix");
        await visit.Sees("Vos choix sont enregistrés");
        await visit.Go("/compte");
        await visit.Page.Locator("#Language").SelectOptionAsync("ar");
        await visit.Press("Enregistrer");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await visit.Sees("حسابي");

        await using var elsewhere = await visit.Meet("Awa Diallo", phone, script);
        await Assertions.Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await elsewhere.Go("/mon-espace/notifications");
        await Assertions.Expect(elsewhere.Page.Locator("#First")).ToHaveValueAsync("Sms");
    }

    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task The_quick_exit_leads_away_at_once(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        visit.Elsewhere = "https://www.meteofrance.com/";
        await visit.Page.Context.RouteAsync("https://www.meteofrance.com/**", route => route.FulfillAsync(new() { Body = "<title>Météo</title>", ContentType = "text/html" }));
        await visit.SignIn("Léa Kamara");
        await visit.Page.Locator("[data-quick-exit]").ClickAsync();
        await visit.Page.WaitForURLAsync("https://www.meteofrance.com/**");
        if (!script) return;
        await visit.Page.GoBackAsync();
        Assert.That(visit.Page.Url, Does.Not.EndWith("/mon-espace"), "the page is gone from the tab's history");
    }
}
