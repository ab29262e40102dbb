namespace Anef.Tests.Browser;

/// <summary>What anybody sees.</summary>
internal static class PublicPages
{
    public static Sight[] All { get; } =
    [
        new("/"),
        new("/erreur/{status:int}", "/nulle-part", 404), new("/erreur/{status:int}", "/mon-espace/messages/nulle-part", 404),
        new("/aide"), new("/mentions-legales"), new("/confidentialite"), new("/plan-du-site"), new("/accessibilite"), new("/etat-du-service"),
        new("/demarches"), new("/demarches", "/demarches?q=xyzxyz"), new("/demarches/journal"), new("/demarches/{code}/{prefecture?}", "/demarches/CJF"), new("/demarches/{code}/{prefecture?}", "/demarches/CJF/93"),
        new("/embed/demarches/{code}/{prefecture}", "/embed/demarches/CJF/93"),
        new("/quelle-demarche"), new("/quelle-demarche") { Then = v => v.Send("main form") },
        new("/verifier"), new("/verifier/{number}", "/verifier/AAAA-BBBB-CCCC"),
        new("/traductions/{words}", "/traductions/complete"),
        new("/indicateurs"), new("/indicateurs", "/indicateurs?prefecture=38"),
        new("/retours/synthese"), new("/avis"), new("/avis") { Then = v => v.Send() }, new("/avis") { Then = Thank },
        new("/connexion"), new("/connexion") { Then = v => v.Send() }, new("/connexion", "/connexion?echec=1"),
        new("/connexion/ouvrir"), new("/connexion/ouvrir") { Then = v => v.Send() }, new("/connexion/ouvrir") { Then = OpenWrongly },
        new("/connexion/premiere-demande"), new("/connexion/premiere-demande") { Then = v => v.Send() },
        new("/connexion/courrier"), new("/connexion/courrier", "/connexion/courrier?envoyee=true"), new("/connexion/courrier") { Then = v => v.Send() },
        new("/connexion/code", "/connexion") { Then = AskForCode }, new("/connexion/code", "/connexion") { Then = EnterWrongCode },
        new("/connexion/demonstration"),
        new("/deconnexion"),
    ];

    private static async Task Thank(Visit visit)
    {
        await visit.Page.Locator("input[name=Ease]").First.CheckAsync(new() { Force = true });
        await visit.Send();
    }

    private static async Task OpenWrongly(Visit visit)
    {
        await visit.Fill(("ForeignerNumber", "9900000000"), ("Born", "1990-01-01"), ("DocumentNumber", "FR0000000000"), ("Email", "somebody@example.org"));
        await visit.Send();
    }

    private static async Task AskForCode(Visit visit)
    {
        await visit.Fill(("Name", "awa@example.org"));
        await visit.Send();
    }

    private static async Task EnterWrongCode(Visit visit)
    {
        await AskForCode(visit);
        await visit.Fill(("Code", "00000000"));
        await visit.Send();
    }
}
