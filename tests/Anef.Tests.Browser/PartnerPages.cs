namespace Anef.Tests.Browser;

/// <summary>What a referent of an organisation sees.</summary>
internal static class PartnerPages
{
    private const string Ask = "/partenaires/mandats/nouveau";

    public static Sight[] Referent { get; } =
    [
        new("/partenaires"), new("/partenaires", "/partenaires?q=personne"),
        new("/partenaires/mandats"), new(Ask), new(Ask) { Then = v => v.Send("form[enctype]") }, new("/partenaires/mandats/code/{id:guid}", Ask) { Then = AskForCode },
        new("/partenaires/lots"), new("/partenaires/lots/{id:guid}") { From = "/partenaires/lots" },
        new("/partenaires/envoyer"), new("/partenaires/envoyer") { Then = v => v.Send("form[enctype]") }, new("/partenaires/situations/{reference}") { From = "/partenaires/situations", Then = v => v.Send() },
        new("/partenaires/situations"), new("/partenaires/situations/{reference}") { From = "/partenaires/situations" },
        new("/partenaires/equipe"), new("/partenaires/equipe") { Then = v => v.Send("form[action*=Invite]") },
        new("/partenaires/cles"), new("/partenaires/cles") { Then = MakeKey },
    ];

    private static async Task AskForCode(Visit visit)
    {
        await visit.Fill(("Form.Number", Foreigners.NumberOf("ivan")), ("Form.Born", "1990-01-01"));
        await visit.Send("form[enctype]");
    }

    private static async Task MakeKey(Visit visit)
    {
        await visit.Fill(("Name", "Programme"), ("Networks", "192.0.2.0/24"));
        await visit.Send("main form[action='/partenaires/cles']");
    }
}
