using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;

namespace Anef.Applications.DraftDecision;

/// <summary>A reason that decisions are written from.</summary>
/// <param name="Text">With blanks in braces, filled in from the file; the officer then edits it.</param>
internal sealed record Reason(string Code, DecisionOutcome Outcome, string Article, string Title, string Text);

/// <summary>The reasons of decisions, with their articles: data beside this class, embedded in the module.</summary>
internal sealed class ReasonCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public ReasonCatalog()
    {
        using var data = typeof(ReasonCatalog).Assembly.GetManifestResourceStream("reasons.json") ?? throw new InvalidOperationException("reasons.json is not embedded");
        All = JsonSerializer.Deserialize<List<Reason>>(data, Json)!;
    }

    public IReadOnlyList<Reason> All { get; }

    public Reason? Find(string code) => All.FirstOrDefault(reason => reason.Code == code);

    /// <summary>The text of some reasons for one file.</summary>
    public string Compose(IReadOnlyList<string> codes, PermitApplication file, Person person) =>
        string.Join("\n\n", codes.Select(Find).OfType<Reason>().Select(reason => Fill(reason, file, person)));

    private static string Fill(Reason reason, PermitApplication file, Person person)
    {
        var missing = file.Documents.Where(d => d is { Indispensable: true, ReceivedOn: null }).Select(d => d.Label);
        (string Blank, string Words)[] blanks =
        [
            ("personne", $"{person.Identity.FirstNames} {person.Identity.Surname}"), ("demarche", file.ProcedureName), ("fondement", file.Ground), ("numero", file.Number),
            ("depot", Day(file.FiledOn)), ("complet", Day(file.CompleteSince)), ("manquants", string.Join(" ; ", missing.DefaultIfEmpty("…"))), ("titre", Day(person.Held?.ValidUntil)),
        ];
        return blanks.Aggregate($"{reason.Text} ({reason.Article}).", (text, blank) => text.Replace($"{{{blank.Blank}}}", blank.Words, StringComparison.Ordinal));
    }

    private static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")) ?? "…";
}
