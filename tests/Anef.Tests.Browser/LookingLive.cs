using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>The page of a request that lies open while an officer works on it.</summary>
internal sealed class LookingLive
{
    private const string Complete = "Dossier complet, en examen";

    [TestCase(true)]
    [TestCase(false)]
    public async Task Shows_within_two_seconds_what_an_officer_did(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        var (awa, officer) = await Both(visit, script: true);
        await using (awa)
        await using (officer)
        {
            await awa.Page.Locator("#Text").FillAsync("Je voulais dire que");
            await officer.Press("Confirmer la complétude");
            await officer.Sees("Complétude confirmée");
            await Assertions.Expect(awa.Page.Locator("#etat")).ToContainTextAsync(Complete, new() { Timeout = 2000 });
            await Assertions.Expect(awa.Page.GetByText("Cette page vient d'être mise à jour")).ToBeAttachedAsync();
            await Assertions.Expect(awa.Page.Locator("#Text")).ToHaveValueAsync("Je voulais dire que");
        }
    }

    [Test]
    public async Task Shows_it_without_script_once_it_is_asked_again()
    {
        await using var visit = await Visit.Start();
        var (awa, officer) = await Both(visit, script: false);
        await using (awa)
        await using (officer)
        {
            await officer.Press("Confirmer la complétude");
            await officer.Sees("Complétude confirmée");
            await awa.SeesNot(Complete);
            await awa.Page.ReloadAsync();
            await awa.Sees(Complete);
        }
    }

    private static async Task<(Visit Awa, Visit Officer)> Both(Visit visit, bool script)
    {
        var awa = await visit.Meet("Awa Diallo", phone: true, script);
        await awa.Page.Locator("#demandes .fr-card__title a").First.ClickAsync();
        await awa.Sees("Dossier en cours de vérification");
        var officer = await visit.Meet("Thomas Leroy");
        await officer.Go($"/agents/dossiers/{await awa.Number()}");
        return (awa, officer);
    }
}
