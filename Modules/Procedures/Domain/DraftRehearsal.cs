using System.Text.Json;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>What happened when the rehearsals were played with a draft as if it had been published.</summary>
internal sealed class DraftRehearsal
{
    private DraftRehearsal() { }

    public Guid Id { get; private init; }

    public Guid DraftId { get; private init; }

    /// <summary>The text that was played.</summary>
    public string TextStamp { get; private init; } = "";

    /// <summary>The rules that stood beside it.</summary>
    public string RulesStamp { get; private init; } = "";

    public string AskedBy { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public RehearsalState State { get; private set; }

    /// <summary>How many plays there are in all.</summary>
    public int Plays { get; private set; }

    /// <summary>How many are over.</summary>
    public int Played { get; private set; }

    /// <summary>Why it could not be played, in French.</summary>
    public string? Fault { get; private set; }

    /// <summary>JSON of <see cref="Results"/>.</summary>
    public string ResultsText { get; private set; } = "[]";

    /// <summary>JSON of <see cref="Reasons"/>.</summary>
    public string ReasonsText { get; private set; } = "[]";

    public long Version { get; private set; }

    public IReadOnlyList<PlayedFile> Results => JsonSerializer.Deserialize<List<PlayedFile>>(ResultsText)!;

    public IReadOnlyList<ReasonForChange> Reasons => JsonSerializer.Deserialize<List<ReasonForChange>>(ReasonsText)!;

    public static DraftRehearsal Ask(RuleDraft draft, string rulesStamp, string by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        DraftId = draft.Id,
        TextStamp = draft.Stamp,
        RulesStamp = rulesStamp,
        AskedBy = by,
        AskedAt = now,
    };

    public void Start(int plays, DateTimeOffset now) => (State, StartedAt, Plays, Played, ResultsText) = (RehearsalState.Playing, now, plays, 0, "[]");

    public void Note(IReadOnlyList<PlayedFile> results) => (Played, ResultsText) = (results.Count, JsonSerializer.Serialize(results));

    public void End(DateTimeOffset now) => (State, EndedAt) = (RehearsalState.Done, now);

    public void Fail(string fault, DateTimeOffset now) => (State, Fault, EndedAt) = (RehearsalState.Failed, fault, now);

    /// <summary>Writes why a file may end otherwise than it says.</summary>
    public void Explain(string file, string reason, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("procedures.reason-empty", "Écrivez pourquoi cette histoire change.");
        if (!Changed().Contains(file)) throw new NotFound($"une histoire changée « {file} »");
        ReasonsText = JsonSerializer.Serialize(Reasons.Where(r => r.File != file).Append(new(file, reason.Trim(), by, now)));
    }

    /// <summary>Files that end otherwise than they say.</summary>
    public IReadOnlyList<string> Changed() => [.. Results.Where(r => !r.Passed).Select(r => r.File).Distinct()];

    public IEnumerable<string> Unexplained() => Changed().Except(Reasons.Select(r => r.File));
}

/// <summary>Where a rehearsal is.</summary>
internal enum RehearsalState
{
    Waiting,
    Playing,
    Done,
    Failed,
}

/// <summary>How the draft's first day is taken.</summary>
internal enum DraftPlay
{
    /// <summary>As the draft says.</summary>
    Dated,

    /// <summary>As if it held already, on every day: what it will change once it holds.</summary>
    Already,
}

/// <summary>One file after one play.</summary>
internal sealed record PlayedFile(string File, string Title, DraftPlay Play, bool Passed, IReadOnlyList<string> Failures);

/// <summary>Why a file may change, by whom.</summary>
internal sealed record ReasonForChange(string File, string Reason, string By, DateTimeOffset At);
