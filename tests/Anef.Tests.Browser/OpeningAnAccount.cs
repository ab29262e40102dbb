namespace Anef.Tests.Browser;

/// <summary>Somebody without FranceConnect: an address, a code, and a way out of every device.</summary>
internal sealed class OpeningAnAccount
{
    private const string Address = "moussa@example.org";

    [TestCase(true)]
    [TestCase(false)]
    public async Task Signs_in_by_code_and_signs_out_everywhere(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.Go("/connexion");
        await visit.Press("Ouvrir un compte pour une première demande");
        await visit.Fill(("FirstNames", "Moussa"), ("Surname", "Keïta"), ("Born", "1999-01-02"), ("Email", Address));
        await visit.Press("Recevoir un code");
        await visit.IsAt("/connexion/code");
        visit.ExpectedStatus.Add(409);
        await visit.Fill(("Code", "12345678"));
        await visit.Press("Se connecter");
        await visit.Sees("Il y a quelque chose à corriger");
        await visit.Fill(("Code", await Post.CodeTo(visit.Site, Address)));
        await visit.Press("Se connecter");
        await visit.Sees("Moussa Keïta", Address);

        await using var elsewhere = await visit.Another();
        await elsewhere.Go("/connexion");
        await elsewhere.Fill(("Name", Address));
        await elsewhere.Press("Recevoir un code");
        await elsewhere.IsAt("/connexion/code");
        await elsewhere.Fill(("Code", await Post.CodeTo(visit.Site, Address, mails: 2)));
        await elsewhere.Press("Se connecter");
        await elsewhere.Go("/compte");
        await elsewhere.Press("Se déconnecter de partout");
        await elsewhere.Press("Fermer toutes les sessions");
        await visit.Go("/compte");
        await visit.IsAt("/connexion");
    }

    [Test]
    public async Task Is_told_when_a_code_is_too_old()
    {
        await using var visit = await Visit.Start(phone: true);
        await visit.Go("/connexion");
        await visit.Fill(("Name", "awa@example.org"));
        await visit.Press("Recevoir un code");
        await visit.IsAt("/connexion/code");
        var code = await Post.CodeTo(visit.Site, "awa@example.org");
        visit.Clock.Pass(TimeSpan.FromMinutes(16));
        visit.ExpectedStatus.Add(409);
        await visit.Fill(("Code", code));
        await visit.Press("Se connecter");
        await visit.Sees("Il y a quelque chose à corriger", "recevoir un autre code");
    }
}
