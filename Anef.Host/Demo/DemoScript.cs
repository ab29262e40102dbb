using System.Globalization;
using System.Text.Json.Nodes;

namespace Anef.Host.Demo;

/// <summary>One act of the demonstration, so many days before or after today.</summary>
internal sealed record DemoAct(int Day, string Verb, JsonObject Fields);

/// <summary>Fictional people in three prefectures, at all stages. Days count from today, so that there is always something under way.</summary>
internal static class DemoScript
{
    public static IReadOnlyList<string> Prefectures { get; } = ["38", "93", "972"];

    /// <summary>Those who let an organisation act for them.</summary>
    private static readonly string[] Mandated = ["awa", "mina", "fatou", "lucas", "lea"];

    /// <summary>Days of virtual past.</summary>
    public const int Past = 240;

    public static IEnumerable<(string Name, JsonObject Fields)> People(DateOnly today)
    {
        yield return Person("awa", "Diallo", "Awa", "93", "GN", Permit("CJF", "L423-1", today, 40));
        yield return Person("sachin", "Rao", "Sachin", "38", "IN", Permit("TAL-CH", "L421-14", today, -50, years: 4));
        yield return Person("mina", "Rahimi", "Mina", "38", "AF", null, ("protection", "refugee"), ("recognisedOn", Day(today, -110)));
        yield return Person("lucas", "Silva", "Lucas", "972", "BR", Permit("CJF", "L423-1", today, 12));
        yield return Person("hop", "Nguyễn", "Thị Hợp", "93", "VN", Permit("PEF", "L423-7", today, 95));
        yield return Person("fatou", "Ndiaye", "Fatou", "93", "SN", Permit("CJF", "L423-1", today, 20), ("language", "en"));
        yield return Person("karim", "Haddad", "Karim", "38", "TN", Permit("SAL", "L421-1", today, -60), ("language", "ar"));
        yield return Person("elena", "Petrova", "Elena", "972", "RS", Permit("CR-1", "L423-10", today, -95, years: 10));
        yield return Person("jose", "Fernández", "José", "93", "PE", Permit("PEF", "L423-7", today, -70), ("email", "none"));
        yield return Person("lea", "Kamara", "Léa", "93", "SL", Permit("CJF", "L423-1", today, -40), ("safeContact", "true"));
        yield return Person("ivan", "Kovač", "Ivan", "38", "BA", Permit("ETU-R", "L422-1", today, -15));
    }

    public static IEnumerable<DemoAct> Acts(DateOnly today) =>
    [
        Act(-35, "file", ("id", "A"), ("person", "awa"), ("procedure", "CJF")),
        Act(-140, "file", ("id", "B"), ("person", "sachin"), ("procedure", "TAL-CH")),
        Act(-30, "requalify", ("application", "B"), ("procedure", "RECE"), ("ground", "L422-10")),
        Act(-105, "file", ("id", "C"), ("person", "mina"), ("procedure", "REF"), ("missing", "ECOFPRA_LATER")),
        Act(-90, "file", ("id", "D"), ("person", "lucas"), ("procedure", "CJF"), ("missing", "VIECOM")),
        Act(-8, "requestDocuments", ("application", "D"), ("documents", "VIECOM"), ("due", Day(today, 14))),
        Act(-25, "file", ("id", "F"), ("person", "fatou"), ("procedure", "CJF")),
        Act(-150, "file", ("id", "G"), ("person", "karim"), ("procedure", "SAL")),
        Act(-145, "confirmComplete", ("application", "G")),
        Act(-30, "sign", ("application", "G"), ("outcome", "grant")),
        Act(-29, "notify", ("application", "G")),
        Act(-185, "file", ("id", "H"), ("person", "elena"), ("procedure", "CR-R")),
        Act(-160, "file", ("id", "I"), ("person", "jose"), ("procedure", "PEF"), ("channel", "counter")),
        Act(-120, "file", ("id", "J"), ("person", "lea"), ("procedure", "CJF")),
        Act(-45, "changeGround", ("application", "J"), ("procedure", "OP"), ("ground", "L425-6")),
        Act(-90, "file", ("id", "K"), ("person", "ivan"), ("procedure", "ETU-R")),
        Act(-2, "withdraw", ("application", "K")),
        Act(-20, "organisation", ("token", "asso-exemple"), ("name", "Asso Exemple"), ("senders", "sociale@asso-exemple.org @asso-exemple.org"), ("network", "Fédération Exemple")),
        Act(-20, "member", ("organisation", "asso-exemple"), ("name", "Mona Karim"), ("email", "mona.karim@asso-exemple.org"), ("referent", "true")),
        .. Mandated.Select(person => Act(-20, "mandate", ("organisation", "asso-exemple"), ("person", person))),
        Act(-6, "situations", ("organisation", "asso-exemple"), ("sender", "Mona Karim"), ("table", string.Join('|',
            "ligne;type;nom;prenoms;naissance;numero_etranger;texte",
            $"1;attestation;Diallo;Awa;01/01/1990;{NumberOf("awa")};L'employeur demande si l'attestation sera renouvelée.",
            $"2;question;Silva;Lucas;01/01/1990;{NumberOf("lucas")};Quel justificatif de vie commune convient ?",
            $"3;question;Kovač;Ivan;01/01/1990;{NumberOf("ivan")};Où en est la demande ?",
            "4;question;Traoré;Moussa;;;A-t-il un dossier ?"))),
    ];

    private static (string, JsonObject) Person(string name, string surname, string firstNames, string prefecture, string nationality, JsonObject? permit, params (string, string)[] more)
    {
        var fields = Fields(more);
        fields["foreignerNumber"] = NumberOf(name);
        if (permit is not null) permit["number"] = $"FR{NumberOf(name)}";
        (fields["surname"], fields["firstNames"], fields["prefecture"], fields["nationality"], fields["permit"]) = (surname, firstNames, prefecture, nationality, permit);
        return (name, fields);
    }

    /// <summary>Ten digits, the same at each demonstration: they can be read out and typed.</summary>
    private static string NumberOf(string name) => $"99{name.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 100_000_000):00000000}";

    private static JsonObject Permit(string procedure, string ground, DateOnly today, int lastDay, int years = 1) => new()
    {
        ["procedure"] = procedure,
        ["ground"] = ground,
        ["validFrom"] = today.AddDays(lastDay + 1).AddYears(-years).ToString("O", CultureInfo.InvariantCulture),
        ["validUntil"] = Day(today, lastDay),
        ["work"] = "true",
    };

    private static DemoAct Act(int day, string verb, params (string, string)[] fields) => new(day, verb, Fields(fields));

    private static JsonObject Fields((string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value)));

    private static string Day(DateOnly today, int days) => today.AddDays(days).ToString("O", CultureInfo.InvariantCulture);
}
