using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>A request that somebody is filling in, step by step, on one device or another, alone or with help.</summary>
internal sealed class FilingDraft : Aggregate
{
    private FilingDraft() { }

    /// <summary>Who began it: the person's account, or that of whoever helps.</summary>
    public Guid Account { get; private init; }

    /// <summary>Null for somebody who is not known yet.</summary>
    public Guid? PersonId { get; private set; }

    public string Procedure { get; private init; } = "";

    public string Kind { get; private init; } = "";

    public string? Ground { get; private init; }

    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>How often each step was saved: two tabs are told apart by it.</summary>
    public IReadOnlyDictionary<string, int> Saves { get; private set; } = new Dictionary<string, int>();

    /// <summary>Where to go on.</summary>
    public string Step { get; private set; } = DraftSteps.Situation;

    /// <summary>Who files for the person; null when they do it themselves.</summary>
    public Assistance? Assistance { get; private set; }

    /// <summary>Filings of it that a failure of ours spoilt.</summary>
    public IReadOnlyList<SpoiltAttempt> Attempts { get; private set; } = [];

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The request that it became: filed, or kept until its window opens.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>Until that day it was too early; it can be filed from then on.</summary>
    public DateOnly? OpensOn { get; private set; }

    public DateTimeOffset? FiledAt { get; private set; }

    /// <summary>That it will be destroyed was told; null again once somebody goes on with it.</summary>
    public DestructionNotice? Told { get; private set; }

    public bool IsFiled => FiledAt is not null;

    public static FilingDraft Begin(Guid account, Guid? person, string procedure, string kind, string? ground, Assistance? assistance, DateTimeOffset now) => new()
    {
        Account = account,
        PersonId = person,
        Procedure = procedure,
        Kind = kind,
        Ground = ground,
        Assistance = assistance,
        StartedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Answers of one step, as they stood when the page was opened and as they are now.</summary>
    /// <param name="seen">How often the step had been saved when the page was opened.</param>
    /// <param name="done">False when the step is put aside as it is: it is where the person goes on.</param>
    /// <exception cref="RuleBroken">Another tab or device has saved the step meanwhile, with other answers.</exception>
    public void Save(string step, IReadOnlyDictionary<string, string> given, int seen, DateTimeOffset now, bool done = true)
    {
        EnsureOpen();
        if (SavesOf(step) != seen && given.Any(g => Answers.GetValueOrDefault(g.Key, "") != g.Value))
            throw new RuleBroken("applications.draft-changed",
                "Cette étape a été enregistrée entre-temps, dans un autre onglet ou sur un autre appareil. Rien n'est perdu : vos réponses sont encore ici, les autres sont montrées à côté. Enregistrez de nouveau pour garder les vôtres.");
        var answers = new Dictionary<string, string>(Answers);
        foreach (var (field, answer) in given)
            if (answer.Length > 0) answers[field] = answer;
            else answers.Remove(field);
        Answers = answers;
        Saves = new Dictionary<string, int>(Saves) { [step] = SavesOf(step) + 1 };
        Step = done ? DraftSteps.After(step) : step;
        (UpdatedAt, Told) = (now, null);
    }

    public int SavesOf(string step) => Saves.GetValueOrDefault(step);

    /// <summary>Something else of it has changed: its files.</summary>
    public void Touch(DateTimeOffset now)
    {
        EnsureOpen();
        (UpdatedAt, Told) = (now, null);
    }

    /// <summary>The day on which it is destroyed if nobody goes on with it. One that waits for its first day waits until then, and as long again.</summary>
    public DateOnly EndsOn(RetentionRule rule)
    {
        var changed = UpdatedAt.DayIn(CivilTime.Paris);
        return rule.EndsOn(OpensOn > changed ? OpensOn.Value : changed);
    }

    public void Announce(DateOnly today, DateOnly due) => Told = new(Things.Drafts, today, due);

    /// <summary>The person agrees that somebody files for them.</summary>
    public void Consent(DateTimeOffset now) => Assistance = Assistance is { } help ? help with { ConsentAt = now } : null;

    /// <summary>The person is known from now on.</summary>
    public void BelongTo(Guid person) => PersonId = person;

    public void Spoil(string error, DateTimeOffset now) => Attempts = [.. Attempts, new(now, error.Length > 400 ? error[..400] : error)];

    public void Keep(Guid application, DateOnly opensOn, DateTimeOffset now) => (ApplicationId, OpensOn, UpdatedAt, Told) = (application, opensOn, now, null);

    public void Filed(Guid application, DateTimeOffset now) => (ApplicationId, OpensOn, FiledAt, UpdatedAt) = (application, null, now, now);

    /// <exception cref="RuleBroken">It was filed.</exception>
    public void EnsureOpen()
    {
        if (IsFiled) throw new RuleBroken("applications.draft-filed", "Cette demande est déjà déposée : rien n'est perdu. Corrigez-la ou complétez-la depuis votre espace.");
    }

    public override void Settle() { }
}

/// <summary>Who files for somebody, by which channel, and with whose consent.</summary>
/// <param name="ConsentAt">When the person agreed; nothing is filed before.</param>
/// <param name="ReceivedOn">Day of receipt of a request on paper: it counts, not the day of typing.</param>
internal sealed record Assistance(Guid Account, string Name, string Channel, DateTimeOffset? ConsentAt = null, DateOnly? ReceivedOn = null);

/// <summary>A filing that failed for a reason of ours.</summary>
internal sealed record SpoiltAttempt(DateTimeOffset At, string Error);

/// <summary>The steps of a draft, in their order.</summary>
internal static class DraftSteps
{
    public const string Situation = "situation";
    public const string Identity = "identity";
    public const string Contact = "contact";
    public const string Place = "place";
    public const string Documents = "documents";
    public const string Check = "check";

    public static IReadOnlyList<string> All { get; } = [Situation, Identity, Contact, Place, Documents, Check];

    public static string After(string step) => All.SkipWhile(s => s != step).Skip(1).FirstOrDefault(Check);

    public static string? Before(string step) => All.TakeWhile(s => s != step).LastOrDefault();
}
