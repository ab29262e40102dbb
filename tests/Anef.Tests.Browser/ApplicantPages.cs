namespace Anef.Tests.Browser;

/// <summary>What people see of their own requests, in the states that requests have.</summary>
internal static class ApplicantPages
{
    private const string Request = "/demandes/{number}";

    public static Sight[] Usual { get; } =
    [
        new("/mon-espace"), new("/mon-espace/consultations"), new("/mon-espace/mandats"),
        new("/mon-espace/messages"), new("/mon-espace/messages/{id:guid}") { From = "/mon-espace/messages" },
        new("/mon-espace/notifications"), new("/mon-espace/notifications") { Then = v => v.Send() },
        new("/mon-espace/declarer"), new("/mon-espace/declarer/coordonnees"), new("/mon-espace/declarer/demenagement"), new("/mon-espace/declarer/demenagement") { Then = v => v.Send() },
        new("/mon-espace/declarer/rectification"), new("/mon-espace/declarer/rectification") { Then = v => v.Send() },
        new("/mon-espace/declarer/titre"), new("/mon-espace/declarer/titre") { Then = v => v.Send() }, new("/mon-espace/declarer/perte"), new("/mon-espace/declarer/perte") { Then = v => v.Send() },
        Of(""), Of("") with { Then = v => v.Send("#ecrire") }, Of("") with { Then = v => v.Unfold() }, Of("/historique"), Of("/documents"), Of("/modifier"), Of("/modifier") with { Then = Prepare }, Of("/retirer"), Of("/retirer") with { Then = v => v.Send() },
        Of("/retirer") with { Then = Reconsider },
        Of("") with { Route = "/verifier/{number}", Then = v => v.Page.Locator("a[href^='/verifier/']").First.ClickAsync() },
        new("/compte"), new("/compte/sessions"), new("/compte/adresse", "/compte") { Then = ChangeAddress }, new("/compte") { Then = v => v.Send("form[action*=Address]") },
        new("/erreur/{status:int}", "/agents/dossiers", 403), new("/erreur/{status:int}", "/demandes/93-2020-000001", 404),
        new("/deposer/{draft:guid}/verifier", "/deposer?demarche=CJF&type=renewal") { Then = Again },
    ];

    public static Sight[] Newcomer { get; } =
    [
        new("/mon-espace"), new("/mon-espace/messages"), new("/mon-espace/notifications"), new("/mon-espace/consultations"), new("/mon-espace/mandats"), new("/compte"),
        new("/deposer"), new("/deposer", "/deposer?demarche=CJF"), new("/deposer", "/deposer?demarche=CJF&type=first") { Then = v => v.Send() },
        new("/deposer"),
        Draft("situation"), Draft("situation") with { Then = v => v.Send() }, Draft("identite"), Draft("identite") with { Then = v => v.Send() }, Draft("coordonnees"), Draft("coordonnees") with { Then = WrongContact },
        Draft("prefecture"), Draft("prefecture") with { Then = v => v.Send() }, Draft("documents"), Draft("documents") with { Then = WrongFile }, Draft("verifier"),
        new("/deposer", "/deposer?demarche=CJF&type=renewal") { Then = Filing.LateToTheCheck, Route = "/deposer/{draft:guid}/verifier" },
        new("/deposer/{draft:guid}/confirmation", "/deposer?demarche=PEF&type=first") { Then = Filing.ToTheEnd },
    ];

    public static Sight[] Asked { get; } = [new("/mon-espace"), Of(""), Of("/documents"), Of("/modifier")];

    public static Sight[] Granted { get; } = [new("/mon-espace"), Of(""), Of("/historique"), Of("/retirer") with { Status = 409 }, Of("/modifier") with { Status = 409 }];

    public static Sight[] Withdrawn { get; } = [new("/mon-espace"), Of(""), Of("/retirer")];

    public static Sight[] Requalified { get; } = [new("/mon-espace"), Of(""), Of("/historique")];

    private static Sight Of(string part) => new(Request + part, Request + part) { From = "/mon-espace" };

    private static Sight Draft(string step) => new($"/deposer/{{draft:guid}}/{step}", $"/deposer/{{draft:guid}}/{step}") { From = "/deposer" };

    private static async Task Prepare(Visit visit)
    {
        await visit.Fill(("Answers[email]", "new@example.org"));
        await visit.Send("form[action*=Answers]");
    }

    private static async Task Reconsider(Visit visit)
    {
        await visit.Page.Locator("#Understood").CheckAsync(new() { Force = true });
        await visit.Send();
    }

    private static async Task ChangeAddress(Visit visit)
    {
        await visit.Fill(("Email", "other@example.org"));
        await visit.Send("form[action*=Address]");
    }

    private static async Task Again(Visit visit)
    {
        await visit.Send();
        await visit.Go(new Uri(visit.Page.Url).AbsolutePath.Replace("situation", "verifier", StringComparison.Ordinal));
    }

    private static async Task WrongContact(Visit visit)
    {
        await visit.Fill(("Email", "nobody"), ("Postcode", "1"));
        await visit.Send();
    }

    private static async Task WrongFile(Visit visit)
    {
        visit.ExpectedStatus.Add(422);
        await visit.Page.Locator("main input[type=file]").First.SetInputFilesAsync(Papers.Program);
        await visit.Page.Locator("main form[data-draft] button").First.ClickAsync();
        await visit.Page.Locator(".fr-message--error").First.WaitForAsync();
    }
}
