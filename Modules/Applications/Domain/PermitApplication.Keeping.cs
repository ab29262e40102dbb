using Anef.Applications.Contracts;
using Anef.SharedKernel.Retention;

namespace Anef.Applications.Domain;

/// <summary>What is kept of a request once it is over, and what was destroyed of it.</summary>
internal sealed partial class PermitApplication
{
    /// <summary>Months after which a granted request whose card nobody fetched counts as over [D].</summary>
    private const int CardWaitsMonths = 12;

    /// <summary>Since that day nothing of it can change: decided, no appeal possible, the card handed over. Null until that day is known.</summary>
    public DateOnly? OverOn { get; private set; }

    /// <summary>Since when there are no copies of identity documents any more.</summary>
    public DateOnly? CopiesGoneOn { get; private set; }

    /// <summary>Since when there is no content of any document any more.</summary>
    public DateOnly? ContentsGoneOn { get; private set; }

    /// <summary>The destructions that the person was told of.</summary>
    public IReadOnlyList<DestructionNotice> Notices { get; private set; } = [];

    /// <summary>Files that a rule puts an end to.</summary>
    public IReadOnlyList<StoredVersion> ContentsUnder(RetentionRule rule) =>
        [.. Documents.Where(d => rule.Thing != Things.IdentityCopies || rule.Documents.Contains(d.Code)).SelectMany(d => d.Versions).Where(v => v.Destroyed is null)];

    /// <summary>Tells the person; a day that a change of the rules has moved is told anew.</summary>
    /// <returns>Whether the day has come of which they were told long enough before.</returns>
    public bool Announced(RetentionRule rule, DateOnly today, DateTimeOffset now)
    {
        var due = rule.EndsOn(OverOn!.Value);
        if (rule.NoticeDays == 0) return due <= today;
        if (Notices.FirstOrDefault(n => n.Thing == rule.Thing) is { } told && (told.DueOn >= due || due <= today)) return due <= today && told.DueOn <= today;
        if (due.AddDays(-rule.NoticeDays) > today) return false;
        var on = due > today.AddDays(rule.NoticeDays) ? due : today.AddDays(rule.NoticeDays);
        Notices = [.. Notices.Where(n => n.Thing != rule.Thing), new(rule.Thing, today, on)];
        Note(now, "destructionAnnounced", $"{on:yyyy-MM-dd}");
        Tell(new DestructionAnnounced(PersonId, Id, rule.Thing, on));
        return false;
    }

    /// <summary>The contents are no more; name, type and days stay.</summary>
    public void LoseContents(RetentionRule rule, DateOnly today, DateTimeOffset now)
    {
        var gone = ContentsUnder(rule).Select(v => v.File).ToHashSet();
        var codes = Documents.Where(d => d.Versions.Any(v => gone.Contains(v.File))).Select(d => d.Code).ToList();
        Documents = [.. Documents.Select(d => codes.Contains(d.Code) ? d with { Versions = [.. d.Versions.Select(v => gone.Contains(v.File) ? v with { Destroyed = new(today, rule.Rule) } : v)] } : d)];
        CopiesGoneOn ??= today;
        if (rule.Thing == Things.Documents) ContentsGoneOn ??= today;
        if (codes.Count > 0) Note(now, rule.Thing == Things.IdentityCopies ? "copiesDestroyed" : "contentsDestroyed", string.Join(", ", codes));
    }

    /// <summary>Nothing is destroyed for now. Why is not said in a history that the person reads: an investigation may not bear it.</summary>
    public void Held(DateOnly reviewOn, Moment now) => Note(now.At, "destructionHeld", $"{reviewOn:yyyy-MM-dd}");

    /// <summary>What was announced before is announced anew.</summary>
    public void Released(Moment now)
    {
        Notices = [];
        Note(now.At, "destructionResumed");
    }

    private void FindEnd() => OverOn = Undecided || (IsDraft && Ending is null) ? null
        : new[] { Ending?.On, Decision?.NotifiedOn, Decision?.AppealUntil, AppealUntil, CardEnd }.Max();

    private DateOnly? CardEnd => Decision is not { Outcome: DecisionOutcome.Grant, NotifiedOn: { } notified } || Title == "none" ? null
        : HandedOverOn ?? notified.AddMonths(CardWaitsMonths);
}
