using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody whose card has run out, and who begins on one device and goes on with another.</summary>
internal sealed class FilingLate
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Says_what_it_changes_before_it_is_done_and_goes_on_elsewhere(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Bintou Sarr");
        await visit.Go("/deposer?demarche=CJF&type=renewal");
        await visit.Press("Commencer");
        await visit.Choose("Held", "yes");
        await visit.Page.Locator("#HeldProcedure").SelectOptionAsync("CJF");
        await visit.Fill(("HeldUntil", Filing.Day(-20)), ("HeldFrom", Filing.Day(-384)));
        await visit.Press("Continuer");
        await visit.Fill(("Surname", "Sarr"));
        await visit.Press("Enregistrer et revenir plus tard");
        await visit.Sees("Votre brouillon est enregistré", "À reprendre à l'étape : Votre identité");

        await using var elsewhere = await visit.Meet("Bintou Sarr");
        await elsewhere.Go("/mon-espace");
        await elsewhere.Sees("Brouillons");
        await elsewhere.Go("/deposer");
        await elsewhere.Page.Locator(".fr-card__title a").First.ClickAsync();
        await Assertions.Expect(elsewhere.Page.Locator("#Surname")).ToHaveValueAsync("Sarr");
        await elsewhere.Fill(("FirstNames", "Bintou"), ("Born", "1995-04-03"), ("Nationality", "SN"));
        await elsewhere.Press("Continuer");
        await elsewhere.Fill(("Address", "3 rue des Lilas"), ("Postcode", "93200"), ("Commune", "Saint-Denis"));
        await elsewhere.Press("Continuer");
        await Assertions.Expect(elsewhere.Page.Locator("#Prefecture")).ToHaveValueAsync("93");
        await elsewhere.Press("Continuer");
        await elsewhere.Press("Continuer");
        await elsewhere.Sees("Cette demande est en retard ; vous pouvez la déposer", "Un droit de 180", "Ce droit n'est pas dû dans ces cas");

        elsewhere.ExpectedStatus.Add(409);
        await elsewhere.Press("Déposer ma demande");
        await elsewhere.Sees("cochez la case");
        await elsewhere.Page.GetByLabel("J'ai lu ce que change le retard").CheckAsync(new() { Force = true });
        await elsewhere.Press("Déposer ma demande");
        await elsewhere.IsAt("/confirmation");
        await elsewhere.Sees("Droit de retard à payer à la remise");
        await visit.Go("/mon-espace");
        await visit.Sees("déposée le");
    }
}
