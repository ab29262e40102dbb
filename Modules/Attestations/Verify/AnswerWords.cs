using Anef.SharedKernel.Languages;

namespace Anef.Attestations.Verify;

/// <summary>An answer in the words of who asks.</summary>
/// <param name="Verdict">One line: what the asker came for.</param>
/// <param name="Tone"><c>good</c>, <c>warn</c> or <c>bad</c>: the colour and the sign, which never stand without the words.</param>
internal sealed record AnswerWords(string Verdict, string Tone, string? Kind, string? Days, string? Work, string? Travel, string? Successor)
{
    /// <summary>The sign beside the verdict.</summary>
    public string Sign => Tone switch
    {
        "good" => "✔",
        "warn" => "!",
        _ => "✘",
    };

    public static AnswerWords Of(VerifyAttestation.Response answer, Say say)
    {
        var verdict = VerdictOf(answer);
        var day = verdict switch
        {
            "notYetValid" => answer.ValidFrom,
            "expired" => answer.ValidUntil,
            _ => answer.EndedOn,
        };
        return new(say[$"verify.verdict.{verdict}", ("day", day)], ToneOf(verdict), Word(say, "kind", answer.Kind), DaysOf(answer, say), Word(say, "work", WorkOf(answer)),
            Word(say, "travel", TravelOf(answer)), Word(say, "successor", answer.Successor));
    }

    private static string VerdictOf(VerifyAttestation.Response answer) => answer.Status switch
    {
        "valid" when answer.Kind is "filingConfirmation" => "filed",
        "valid" or "expired" when Retrospective(answer) => "continuity",
        "valid" or "notYetValid" or "expired" or "superseded" or "revoked" => answer.Status,
        _ => "unknown",
    };

    private static string ToneOf(string verdict) => verdict switch
    {
        "valid" or "continuity" => "good",
        "filed" or "notYetValid" => "warn",
        _ => "bad",
    };

    private static string? DaysOf(VerifyAttestation.Response answer, Say say) => (answer.ValidFrom, answer.ValidUntil) switch
    {
        (null, _) => null,
        ({ } from, { } until) => say["verify.days.between", ("from", from), ("until", until)],
        ({ } from, null) => say["verify.days.since", ("from", from)],
    };

    private static string? WorkOf(VerifyAttestation.Response answer) =>
        answer.Work is null || answer.Status is "valid" or "notYetValid" || (answer.Status is "expired" && Retrospective(answer)) ? answer.Work : "over";

    private static string? TravelOf(VerifyAttestation.Response answer) => answer.Travel is null || answer.Status is "valid" or "notYetValid" ? answer.Travel : "no";

    private static string? Word(Say say, string group, string? code) => code is null ? null : say.Find($"verify.{group}.{code}");

    /// <summary>It speaks of days gone by: its period is over when it is issued, and it proves no less.</summary>
    private static bool Retrospective(VerifyAttestation.Response answer) => answer.Kind is "continuity";
}
