using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>Which window a request falls under: art. R.431-4, R.431-5.</summary>
internal static class FilingWindows
{
    public static FilingWindow Of(RuleBook book, FilingFacts facts, DateOnly on)
    {
        var rules = book.Windows.On(on);
        var entry = book.Entry(facts.Procedure, on);
        return Declared(rules, entry, facts)
            ?? (facts.Held is { } held ? WithPermit(book, rules, entry, facts, held, on) : WithoutPermit(rules, entry, facts, on));
    }

    /// <summary>Declarations count from an event; their kinds have no other window.</summary>
    private static FilingWindow? Declared(WindowRules rules, CatalogueEntry entry, FilingFacts facts) => entry.Window switch
    {
        WindowIds.Entry3M => After(rules, WindowIds.Entry3M, rules.Entry3M, facts.EnteredOn),
        WindowIds.Move3M => After(rules, WindowIds.Move3M, rules.Move3M, facts.MovedOn),
        WindowIds.Anytime => Open(rules, WindowIds.Anytime, rules.Anytime),
        _ when rules.KindsWithoutWindow.Contains(facts.Kind) => Open(rules, WindowIds.Anytime, rules.Anytime),
        _ => null,
    };

    private static FilingWindow WithPermit(RuleBook book, WindowRules rules, CatalogueEntry entry, FilingFacts facts, HeldPermit held, DateOnly on)
    {
        if (held.Ground is not null && rules.LongTermResident.Grounds.Contains(Articles.Normal(held.Ground)))
            return Open(rules, WindowIds.LongTermResident, rules.LongTermResident);
        if (entry.Window == WindowIds.Protection) return Protection(rules, facts);
        var twoMonths = Before(rules, WindowIds.TwoMonths, rules.TwoMonths, held.ValidUntil);
        var online = book.Online.On(on);
        if (entry.Window == WindowIds.TwoMonths || !online.IsOnline(entry.Code, facts.Department, on)) return twoMonths;
        var window = Before(rules, WindowIds.Online, rules.Online, held.ValidUntil);
        // Nobody is late for a window that had closed before it began to apply.
        return window.Closes < online.Since(entry.Code)
            ? twoMonths with { Rule = Reference(rules, WindowIds.Transitional, rules.Transitional) }
            : window;
    }

    private static FilingWindow WithoutPermit(WindowRules rules, CatalogueEntry entry, FilingFacts facts, DateOnly on)
    {
        if (entry.Window == WindowIds.Protection) return Protection(rules, facts);
        if (Age19(rules, entry, facts, on) is { } eve) return eve;
        var minor = EnteredAsMinor(rules, facts);
        if (entry.Window == WindowIds.Entry2M && facts.EnteredOn is not null && minor != true)
            return After(rules, WindowIds.Entry2M, rules.Entry2M, facts.EnteredOn);
        if (facts.Born is { } born && (minor ?? on < Birthdays.On(born, rules.Age18.UnknownEntryUnder)))
            return new(null, rules.Age18.After.After(Birthdays.On(born, rules.Age18.Age)), Reference(rules, WindowIds.Age18, rules.Age18));
        return Open(rules, WindowIds.Anytime, rules.Anytime);
    }

    private static FilingWindow? Age19(WindowRules rules, CatalogueEntry entry, FilingFacts facts, DateOnly on)
    {
        var rule = rules.Age19Eve;
        if (facts.Born is not { } born || !rule.Grounds.Contains(Articles.Normal(facts.Ground))) return null;
        var young = EnteredAsMinor(rules, facts) ?? on < Birthdays.On(born, rule.UnknownEntryUnder);
        return young || entry.Window == WindowIds.Age19Eve
            ? new(null, Birthdays.On(born, rule.Age).AddDays(-1), Reference(rules, WindowIds.Age19Eve, rule))
            : null;
    }

    /// <summary>Null when it cannot be known.</summary>
    private static bool? EnteredAsMinor(WindowRules rules, FilingFacts facts) =>
        facts is { Born: { } born, EnteredOn: { } entered } ? entered < Birthdays.On(born, rules.AdultAt) : null;

    private static FilingWindow Protection(WindowRules rules, FilingFacts facts) =>
        new(facts.RecognisedOn, null, Reference(rules, WindowIds.Protection, rules.Protection));

    private static FilingWindow Before(WindowRules rules, string id, BeforeExpiry rule, DateOnly until) =>
        new(rule.Opens.Before(until), rule.Closes.Before(until), Reference(rules, id, rule));

    private static FilingWindow After(WindowRules rules, string id, AfterEvent rule, DateOnly? day) =>
        new(day, day is { } known ? rule.Closes.After(known) : null, Reference(rules, id, rule));

    private static FilingWindow Open(WindowRules rules, string id, PlainRule rule) => new(null, null, Reference(rules, id, rule));

    private static RuleReference Reference(WindowRules rules, string id, PlainRule rule) => new($"windows.{id}", rules.Version, rule.Article);
}
