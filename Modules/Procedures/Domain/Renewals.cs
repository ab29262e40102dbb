using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>What renews a held permit.</summary>
internal static class Renewals
{
    public static bool Renews(RuleBook book, string procedure, HeldPermit held, DateOnly on) =>
        book.Catalogue.On(on).RenewersOf(held.Procedure).Any(e => e.Code == procedure);

    /// <summary>Its own procedure; else the first that has its ground; else the only one there is. Null when several could and the ground does not tell.</summary>
    public static string? Of(RuleBook book, HeldPermit held, DateOnly on) => Candidates(book, held, on) is [var only] ? only.Code : null;

    /// <summary>A permit that several procedures could renew has a window only when they agree on it.</summary>
    public static FilingWindow? Window(RuleBook book, HeldPermit held, string department, DateOnly on)
    {
        var windows = Candidates(book, held, on).Select(entry => FilingWindows.Of(book, Facts(entry, held, department, on), on)).ToList();
        return windows is [var first, ..] && windows.All(w => w.Opens == first.Opens && w.Closes == first.Closes) ? first : null;
    }

    private static List<CatalogueEntry> Candidates(RuleBook book, HeldPermit held, DateOnly on)
    {
        var all = book.Catalogue.On(on).RenewersOf(held.Procedure).ToList();
        if (all.Find(e => e.Code == held.Procedure) is { } own) return [own];
        var ground = held.Ground is null ? null : Articles.Normal(held.Ground);
        return ground is not null && all.Find(e => e.Articles.Contains(ground)) is { } same ? [same] : all;
    }

    private static FilingFacts Facts(CatalogueEntry entry, HeldPermit held, string department, DateOnly on) => new()
    {
        Procedure = entry.Code,
        Kind = "renewal",
        Ground = entry.Articles is [var first, ..] ? first : "",
        Department = department,
        On = on,
        Held = held,
    };
}
