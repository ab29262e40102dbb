using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;

namespace Anef.SharedKernel.Retention;

/// <summary>How long what is kept of people is kept, by the rules in force. Every module that keeps something asks here.</summary>
public interface IRetention
{
    /// <summary>The rule for one kind of thing.</summary>
    /// <param name="thing">One of <see cref="Things"/>.</param>
    /// <param name="on">The day of the destruction, not that of the file: who keeps today keeps by today's rule.</param>
    RetentionRule Of(string thing, DateOnly on);

    /// <summary>Every rule, in the order in which people are told.</summary>
    IReadOnlyList<RetentionRule> All(DateOnly on);
}

/// <summary>How long one kind of thing is kept.</summary>
/// <param name="Thing">One of <see cref="Things"/>.</param>
/// <param name="From">Code of what starts the delay.</param>
/// <param name="Months">Months of the civil calendar,</param>
/// <param name="Days">then days.</param>
/// <param name="NoticeDays">Days before the destruction on which the person is told; none: nobody loses anything by it.</param>
/// <param name="Documents">For copies of identity documents: which documents are some.</param>
/// <param name="Rule">Where it is written.</param>
public sealed record RetentionRule(string Thing, string From, int Months, int Days, int NoticeDays, IReadOnlySet<string> Documents, RuleReference Rule)
{
    /// <summary>The day on which what began then is destroyed.</summary>
    public DateOnly EndsOn(DateOnly start) => start.AddMonths(Months).AddDays(Days);

    /// <summary>The last day on which something can have begun and be at its end now: what the database is asked.</summary>
    /// <remarks>Months are of unequal length: it is looked for from a little later, backwards.</remarks>
    public DateOnly LastStart(DateOnly today)
    {
        var start = today.AddDays(-Days).AddMonths(-Months).AddDays(4);
        while (EndsOn(start) > today) start = start.AddDays(-1);
        return start;
    }

    /// <summary>The same, for what has to be announced now.</summary>
    public DateOnly LastStartToAnnounce(DateOnly today) => LastStart(today.AddDays(NoticeDays));

    /// <summary>The first instant that is too recent to be at its end, in Paris.</summary>
    public DateTimeOffset KeptSince(DateOnly today) => CivilTime.StartOf(LastStart(today).AddDays(1), CivilTime.Paris);
}
