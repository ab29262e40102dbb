using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>Coverage by the expired card itself: art. L.433-3.</summary>
internal static class ExpiredCard
{
    public static LegalCoverage? Of(RuleBook book, HeldPermit held, DateOnly filedOn, bool departmentListed)
    {
        var rules = book.LegalCoverage.On(filedOn);
        var title = TitleOf(book.Catalogue.On(filedOn).Find(held.Procedure), held);
        if (rules.AsOfRight.Titles.TryGetValue(title, out var least) && Lasted(held, least))
            return Covering(held, filedOn, rules.AsOfRight.Lasts, new("legalCoverage.asOfRight", rules.Version, rules.AsOfRight.Article));
        var local = rules.InListedDepartments;
        return departmentListed && filedOn <= held.ValidUntil && !local.ExceptTitles.Contains(title)
            ? Covering(held, filedOn, local.Lasts, new("legalCoverage.inListedDepartments", rules.Version, local.Article))
            : null;
    }

    private static LegalCoverage? Covering(HeldPermit held, DateOnly filedOn, Delay lasts, RuleReference rule)
    {
        var after = held.ValidUntil.AddDays(1);
        var from = filedOn > after ? filedOn : after;
        var until = lasts.After(held.ValidUntil);
        return from <= until ? new(from, until, rule) : null;
    }

    private static bool Lasted(HeldPermit held, LeastDuration least)
    {
        var after = held.ValidUntil.AddDays(1);
        return (least.AtLeastMonths is not { } months || held.ValidFrom.AddMonths(months) <= after)
            && (least.MoreThanMonths is not { } more || held.ValidFrom.AddMonths(more) < after);
    }

    /// <summary>Where a procedure ends in one of several documents, the shortest that lasts as long as the one held.</summary>
    private static string TitleOf(CatalogueEntry? entry, HeldPermit held)
    {
        if (entry is null or { Titles: [] }) return "";
        var after = held.ValidUntil.AddDays(1);
        var byLength = entry.Titles.OrderBy(t => t.Months).ToList();
        return (byLength.Find(t => held.ValidFrom.AddMonths(t.Months) >= after) ?? byLength[^1]).Type;
    }
}
