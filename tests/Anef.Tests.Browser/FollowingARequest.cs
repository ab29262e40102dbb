using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody whose card has run out while the request is looked at: what covers them, and how they prove it.</summary>
internal sealed class FollowingARequest
{
    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Shows_the_rights_of_today_and_who_checked_them(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.SignIn("Sachin Rao");
        await visit.Sees("Mes droits aujourd'hui", "par votre attestation", "Et ensuite", "C'est à la préfecture d'agir");
        await visit.Page.Locator("#demandes .fr-card__title a").First.ClickAsync();
        await visit.Sees("Où en est la demande", "Dépôt de la demande", "Les dates et leurs règles", "Ce que cela veut dire", "Attestation de prolongation d'instruction");
        var current = visit.Page.Locator("article", new() { Has = visit.Page.Locator(".fr-badge--success") }).First;
        await current.GetByText("Texte pour mon employeur").ClickAsync();
        await Assertions.Expect(current.GetByText("Vous trouverez ci-joint mon attestation")).ToBeVisibleAsync();
        await current.GetByText("Montrer le code carré").ClickAsync();
        await Assertions.Expect(current.Locator("img")).ToHaveJSPropertyAsync("complete", true);
        var attestation = (await current.Locator(".anef-code").First.InnerTextAsync()).Trim();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => current.GetByRole(AriaRole.Link, new() { Name = "Télécharger le PDF" }).ClickAsync());
        await using var paper = await download.CreateReadStreamAsync();
        var head = new byte[5];
        await paper.ReadExactlyAsync(head);
        Assert.That(head, Is.EqualTo("%PDF-"u8.ToArray()));

        await using var employer = await visit.Another(phone, script: script);
        await employer.Go("/verifier");
        await employer.Fill(("numero", attestation.ToLowerInvariant()));
        await employer.Press("Vérifier");
        await employer.Sees("Attestation valable aujourd’hui", "Initiales", "Travailler");
        await employer.SeesNot("Rao");

        await visit.Press("Historique et vérifications");
        await visit.SeesSoon(attestation);
        await visit.Sees("Qui a vérifié mes attestations", "valable");
    }
}
