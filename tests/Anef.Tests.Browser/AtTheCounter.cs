using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody without a device at a welcome point, and on the telephone.</summary>
internal sealed class AtTheCounter
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_request_on_paper_is_taken_in_with_consent_and_a_receipt(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Yanis Morel");
        await visit.Fill(("numero", Foreigners.NumberOf("hop")), ("ne", "1990-01-01"));
        await visit.Press("Chercher");
        await visit.Sees("Thị Hợp Nguyễn");
        await visit.Page.Locator("#demarche").SelectOptionAsync("PEF");
        await visit.Press("Voir les documents");
        await visit.Page.Locator("#type").SelectOptionAsync("renewal");
        await visit.Press("Voir les documents");
        await visit.Page.Locator("input[name=Brought]").First.CheckAsync(new() { Force = true });
        visit.ExpectedStatus.Add(409);
        await visit.Send("main form[method=post]");
        await visit.Sees("Il y a quelque chose à corriger", "Thị Hợp Nguyễn");
        await Assertions.Expect(visit.Page.Locator("input[name=Brought]").First).ToBeCheckedAsync();
        await visit.Page.Locator("input[name=Consent]").First.CheckAsync(new() { Force = true });
        await visit.Press("Déposer");
        await visit.Sees("Reçu de dépôt", "recueilli par Yanis Morel", "Ils ne prouvent pas que le séjour est régulier");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Imprimer" })).ToBeVisibleAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Imprimer" })).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("header")).ToBeHiddenAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_contact_centre_sends_an_attestation_again_and_the_person_sees_who_did(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Julie Martin");
        await visit.Fill(("numero", Foreigners.NumberOf("sachin")), ("ne", "1990-01-01"));
        await visit.Press("Chercher");
        await visit.Sees("Sachin", "Attestations");
        await visit.Press("La renvoyer à la personne");
        await visit.Page.Locator(".fr-alert--success").WaitForAsync();
        await using var sachin = await visit.Meet("Sachin Rao", phone);
        await sachin.Go("/mon-espace/consultations");
        await sachin.Sees("Julie Martin", "Centre de contact");
    }
}
