namespace Anef.Tests.Browser;

/// <summary>What those who work here see.</summary>
internal static class AgentPages
{
    private const string Report = "/agents/rapports";
    private const string List = "/agents/dossiers";
    private const string Plan = "/agents/plan";
    private const string Work = "/agents/travail";
    private const string File = "/agents/dossiers/{number}";

    public static Sight[] Officer { get; } =
    [
        new(List), new(List, "/agents/dossiers?q=rien+de+tel"), new(List, "/agents/dossiers?etat=granted"), new(List) { Then = v => v.Send("main form[method=post]") },
        new(File) { From = List, Then = v => v.Unfold() }, new(File) { From = "/agents/dossiers?etat=granted" },
        new(File) { From = List, Then = v => v.Send("form[action*=Ask]") }, new(File) { From = List, Then = v => v.Send("form[action*=Write]") }, new(File) { From = List, Then = v => v.Send("form[action*=Message]") },
        new(File) { From = List, Then = ListKeys },
        new("/agents/lots/{id:guid}", List) { Then = Preview }, new("/agents/lots"), new("/agents/lots", Work) { Then = OtherActs },
        new("/agents/accueil"), new("/agents/rectifications"), new("/accueil/comptes"), new("/accueil/comptes") { Then = v => v.Send() },
        new("/erreur/{status:int}", "/exploitation/messages", 403), new("/erreur/{status:int}", "/agents/dossiers/93-2020-000001", 404),
        new(Work), new(Work, "/agents/travail?file=urgents"), new(Work, "/agents/travail?file=partenaires"), new(Work) { Then = v => v.Send("form[method=post]:has(table)") }, new("/agents/taches"),
        new("/agents/mandats"), new("/agents/mandats/declaration"), new("/agents/partenaires"), new("/agents/partenaires/{reference}", "/agents/partenaires/P-00-2020-A", 404),
        new("/compte"), new(Report, "/agents/rapports?du=2026-01-01"), new("/agents/rapports/envois"),
    ];

    public static Sight[] Referent { get; } = [new(List), new(List, "/agents/dossiers?restreints=true"), new(File) { From = List }];

    public static Sight[] Manager { get; } =
    [
        new(Plan), new(Plan, "/agents/plan?calcul=true&prefecture=38&mois=3&demandes=9000"), new(Plan, "/agents/plan?calcul=true&prefecture=38&croissance=900", 400),
        new(Work), new("/agents/charge"), new("/agents/charge") { Then = v => v.Unfold() },
        new(Report), new(Report, "/agents/rapports?du=2026-01-01"), new(Report, "/agents/rapports?du=hier", 400), new("/agents/rapports/envois"), new("/agents/rapports/envois") { Then = v => v.Send("form[action*=Schedule]") },
        new("/agents/equipe"), new("/agents/equipe") { Then = v => v.Send("form[action*=Invite]") }, new("/agents/consultations"),
        new("/prefecture/pages"), new("/prefecture/pages/{prefecture}/{code}", "/prefecture/pages/38/CJF"), new("/prefecture/pages/{prefecture}/{code}", "/prefecture/pages/38/toutes") { Then = v => v.Send() },
        new("/retours"), new("/agents/conservation"), new(File) { From = List, Then = v => v.Unfold() },
    ];

    public static Sight[] WelcomePoint { get; } =
    [
        new("/agents/accueil"), new("/agents/accueil", "/agents/accueil?numero=9900000000&ne=1990-01-01"), new("/agents/accueil", "/agents/accueil?nouveau=true&demarche=CJF"),
        new("/agents/accueil", "/agents/accueil?nouveau=true&demarche=CJF") { Then = v => v.Send() },
        new("/agents/accueil/{number}", "/agents/accueil?nouveau=true&demarche=CJF&type=first") { Then = TakeIn },
        new("/accueil/comptes"), new("/accueil/comptes") { Then = v => v.Send() },
        new("/deposer"),
    ];

    public static Sight[] ContactCentre { get; } = [new("/agents/contact"), new("/agents/contact", "/agents/contact?numero=9900000000&ne=1990-01-01"), new("/agents/contact") { Then = Find }];

    public static Sight[] Ministry { get; } =
    [
        new(Plan), new(Plan, "/agents/plan?calcul=true&prefecture=38&mois=3&entraide=1&aupres=93&demandes=9000"),
        new("/ministere/ordre"), new("/ministere/ordre") { Then = v => v.Send("main form") },
        new(Report), new(Report, "/agents/rapports?prefecture=38&du=2026-01-01"),
        new("/ministere/regles"), new("/ministere/regles/{family}", "/ministere/regles/fees"), new("/ministere/pages"), new("/retours"),
        new("/ministere/regles/brouillons/{id:guid}", "/ministere/regles/fees") { Then = v => v.Send() },
        new("/ministere/regles/brouillons/{id:guid}") { From = "/ministere/regles", Then = Spoil },
    ];

    public static Sight[] Operator { get; } =
    [
        new("/exploitation/partenaires"), new("/exploitation/partenaires/quarantaine"), new("/exploitation/partenaires/quarantaine/{id:guid}", $"/exploitation/partenaires/quarantaine/{Guid.Empty}", 404), new("/exploitation/partenaires/{id:guid}") { From = "/exploitation/partenaires" }, new("/exploitation/partenaires/nouvelle"),
        new("/exploitation/partenaires/nouvelle") { Then = v => v.Send("main form") },
        new("/exploitation/destructions"), new("/exploitation/messages"), new("/exploitation/messages", "/exploitation/messages?etat=Sent"),
    ];

    private static async Task OtherActs(Visit visit)
    {
        await visit.Page.Locator("main input[name=Chosen]").First.CheckAsync(new() { Force = true });
        await visit.Press("Autres actes sur la sélection");
        await visit.IsAt("/agents/lots");
    }

    private static Task ListKeys(Visit visit) => visit.Page.Keyboard.PressAsync("?");

    private static async Task Preview(Visit visit)
    {
        await visit.Page.Locator("input[name=Chosen]").First.CheckAsync();
        await visit.Page.Locator("#Act").SelectOptionAsync("confirm");
        await visit.Send("main form[method=post]");
    }

    private static async Task TakeIn(Visit visit)
    {
        await visit.Fill(("Surname", "Traoré"), ("FirstNames", "Ali"), ("Born", "1988-05-04"), ("Nationality", "ML"), ("Address", "2 rue Haute"), ("Postcode", "38000"), ("Commune", "Grenoble"));
        await visit.Page.Locator("#NewPrefecture").SelectOptionAsync("38");
        await visit.Page.Locator("input[name=Consent]").First.CheckAsync(new() { Force = true });
        await visit.Send("main form[method=post]");
    }

    private static async Task Find(Visit visit)
    {
        await visit.Fill(("numero", Foreigners.NumberOf("awa")), ("ne", "1990-01-01"));
        await visit.Send("main form");
    }

    private static async Task Spoil(Visit visit)
    {
        await visit.Fill(("Body", "{ \"version\": "));
        await visit.Send("form[action*=Write]");
    }
}
