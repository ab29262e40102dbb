namespace Anef.Tests.Browser;

/// <summary>Somebody who sees a mistake, or thinks better of it.</summary>
internal sealed class ChangingARequest
{
    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Sends_answers_and_documents_as_one_and_the_officer_sees_the_difference(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.SignIn("Awa Diallo");
        await visit.Page.Locator("#demandes .fr-card__title a").First.ClickAsync();
        var number = await visit.Number();
        await using var officer = await visit.Meet("Thomas Leroy");
        await officer.Go($"/agents/dossiers/{number}");
        await officer.Sees("Vous ouvrez ce dossier pour la première fois");

        visit.Clock.Pass(TimeSpan.FromHours(1));
        await visit.Press("Modifier mes réponses ou mes documents");
        await visit.Fill(("Answers[email]", "awa.diallo@example.org"));
        await visit.Press("Garder ces réponses");
        await visit.Page.Locator("#files").SetInputFilesAsync(Papers.Photograph());
        await visit.Press("Ajouter ce fichier");
        await visit.Sees("awa@example.org → awa.diallo@example.org", "photographie", "pas encore envoyées");
        await officer.Page.ReloadAsync();
        await officer.SeesNot("awa.diallo@example.org");

        await visit.Press("Envoyer ces modifications");
        await visit.Sees(number);
        await officer.Page.ReloadAsync();
        await officer.Sees("Réponses corrigées", "awa@example.org", "awa.diallo@example.org", "Documents reçus");
    }

    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Withdraws_knowing_what_it_costs_and_takes_it_back(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.SignIn("Awa Diallo");
        await visit.Page.Locator("#demandes .fr-card__title a").First.ClickAsync();
        await visit.Press("Retirer ma demande");
        await visit.Sees("les attestations délivrées pour cette demande sont sans effet", "vous pouvez annuler le retrait");
        await visit.Page.Locator("#Understood").CheckAsync(new() { Force = true });
        await visit.Press("Continuer");
        await visit.Sees("Confirmez-vous le retrait ?");
        await visit.Press("Retirer ma demande");
        await visit.Sees("Retrait demandé");
        await visit.Press("Annuler le retrait");
        await visit.Press("Annuler le retrait, garder ma demande");
        await visit.Sees("Où en est la demande");
        await visit.SeesNot("Retrait demandé");
    }
}
