namespace Anef.Tests.Browser;

/// <summary>Somebody who does not know what to ask for.</summary>
internal sealed class ComingWithoutAccount
{
    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Is_guided_to_a_request_and_begins_it(bool phone, bool script)
    {
        await using var visit = await Visit.Start(phone, script: script);
        await visit.Go("/");
        await visit.Press("Quelle démarche ?");
        await visit.Sees("Quel document français avez-vous aujourd’hui ?");
        await Answer(visit, "titre", "family");
        await Answer(visit, "mention", "CJF");
        await visit.Fill(("fin", Filing.Day(80)));
        await visit.Press("Continuer");
        await Answer(visit, "situation", "same");
        await visit.Page.Locator("[name=departement]").SelectOptionAsync("93");
        await visit.Press("Continuer");
        await visit.Sees("Conjoint", "Documents", "Vos réponses");
        await visit.Page.Locator("a[href^='/demarches/CJF/']").First.ClickAsync();
        await visit.Sees("Textes :", "Documents", "Seine-Saint-Denis");
        await visit.Page.GoBackAsync();
        await visit.Page.Locator("a[href^='/deposer?demarche=CJF']").First.ClickAsync();
        await visit.IsAt("/connexion");
        await visit.Press("Choisir une personne fictive");
        await visit.Press("Bintou Sarr");
        await visit.IsAt("/deposer");
        await visit.Press("Commencer");
        await visit.Sees("Étape 1 sur 6");
    }

    private static async Task Answer(Visit visit, string question, string answer)
    {
        await visit.Choose(question, answer);
        await visit.Press("Continuer");
    }
}
