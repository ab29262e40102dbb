using System.Text.RegularExpressions;

namespace Anef.SharedKernel.Prefectures;

/// <summary>What the types of a prefecture's fields cannot say.</summary>
internal static partial class PrefectureChecks
{
    private const int LongestLead = 60;

    /// <summary>The first field at fault and what is expected there, or null.</summary>
    public static (string Field, string Expected)? FaultOf(Prefecture p) =>
        !Code().IsMatch(p.Code) ? ("code", $"un code de département (01 à 95, 2A, 2B, 971 à 978) est attendu, et non « {p.Code} ».")
        : string.IsNullOrWhiteSpace(p.Name) ? ("name", "un nom est attendu.")
        : string.IsNullOrWhiteSpace(p.Seat) ? ("seat", "un nom de ville est attendu.")
        : !KnownZone(p.TimeZone) ? ("timeZone", $"un fuseau IANA connu de cette machine est attendu (Europe/Paris, Indian/Reunion…), et non « {p.TimeZone} ».")
        : !Mail().IsMatch(p.MailFrom) ? ("mailFrom", $"une adresse électronique est attendue, et non « {p.MailFrom} ».")
        : !Descends(p.ReminderDays) ? ("reminderDays", Ladder(p.ReminderDays))
        : p.LeadDays is < 1 or > LongestLead ? ("leadDays", $"un nombre de jours de 1 à {LongestLead} est attendu, et non {p.LeadDays}.")
        : !Descends(p.DocumentReminderDays) ? ("documentReminderDays", Ladder(p.DocumentReminderDays))
        : new[] { ("address", p.Address), ("phone", p.Phone), ("hours", p.Hours) }.FirstOrDefault(f => f.Item2 is { } text && string.IsNullOrWhiteSpace(text)) is ({ } empty, _) ? (empty, "un texte est attendu, ou rien du tout.")
        : p.Website is { } site && site is not { IsAbsoluteUri: true, Scheme: "https" or "http" } ? ("website", $"une adresse https://… est attendue, et non « {site} ».")
        : FaultOf(p.Documents);

    /// <summary>The shape that a field has, for whoever wrote another one.</summary>
    public static string Expected(string field) => TopOf(field) switch
    {
        "reminderDays" or "documentReminderDays" => "une liste de nombres de jours",
        "leadDays" => "un nombre entier de jours",
        "legalCoverageListed" or "twoSignatures" => "true ou false",
        "documents" => "un objet « code de procédure » → { \"also\": [codes], \"without\": [codes] }",
        _ => "un texte entre guillemets",
    };

    /// <summary>The field of the file that a path lies in: <c>documents.SAL.also[0]</c> is in <c>documents</c>.</summary>
    public static string TopOf(string field) => field.Split('.', '[')[0];

    private static (string, string)? FaultOf(IReadOnlyDictionary<string, DocumentVariant> documents)
    {
        foreach (var (procedure, variant) in documents)
        {
            if (!ProcedureCode().IsMatch(procedure)) return ("documents", $"un code de procédure (ETU-R, CR_1…) est attendu, et non « {procedure} ».");
            if (variant is null) return ($"documents.{procedure}", $"{Expected("documents")} est attendu.");
            if (FaultOf($"documents.{procedure}.also", variant.Also) is { } also) return also;
            if (FaultOf($"documents.{procedure}.without", variant.Without) is { } without) return without;
            if (variant.Also.Intersect(variant.Without).FirstOrDefault() is { } both)
                return ($"documents.{procedure}", $"« {both} » ne peut pas être à la fois demandé en plus et non demandé.");
        }

        return null;
    }

    private static (string, string)? FaultOf(string field, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
            if (code is null || !DocumentCode().IsMatch(code))
                return (field, $"des codes de pièces (PAIE, ECOFPRA_LATER…) sont attendus, et non « {code ?? "null"} ».");
        return null;
    }

    private static bool KnownZone(string zone) => zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static bool Descends(IReadOnlyList<int> days) => days.All(d => d > 0) && days.Zip(days.Skip(1)).All(pair => pair.First > pair.Second);

    private static string Ladder(IReadOnlyList<int> days) =>
        $"des nombres de jours positifs, du plus grand au plus petit, sont attendus, et non [{string.Join(", ", days)}].";

    [GeneratedRegex("^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8])$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$")]
    private static partial Regex Mail();

    [GeneratedRegex("^[A-Z][A-Z0-9]*([-_][A-Z0-9]+)*$")]
    private static partial Regex ProcedureCode();

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex DocumentCode();
}
