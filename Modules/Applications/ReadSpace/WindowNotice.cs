using Anef.Applications.Domain;
using Anef.Procedures.Contracts;

namespace Anef.Applications.ReadSpace;

/// <summary>The filing window of the permit held, while nothing is filed for it.</summary>
/// <param name="State"><c>soon</c>, <c>open</c>, <c>late</c>.</param>
/// <param name="Day">The day it opens, the last day to file, or the last day of the permit.</param>
internal sealed record WindowNotice(string State, string Procedure, DateOnly Day)
{
    /// <summary>Days before the opening from which it is announced [D].</summary>
    private const int Announced = 30;

    public static WindowNotice? Of(HeldDocument? held, IReadOnlyList<SpaceRow> requests, string department, IProcedures law, DateOnly today)
    {
        if (held is null || law.RenewalOf(held.ForRules(), today) is not { } procedure) return null;
        if (requests.Any(r => r.FiledOn >= held.ValidUntil.AddDays(-120) && !r.IsEnded && Kinds.AsksForPermit(r.Kind, r.Title))) return null;
        if (law.RenewalWindow(held.ForRules(), department, today) is not { } window) return null;
        if (window.Opens > today) return today.AddDays(Announced) >= window.Opens ? new("soon", procedure, window.Opens.Value) : null;
        return window.Closes < today || held.ValidUntil < today ? new("late", procedure, held.ValidUntil) : new("open", procedure, window.Closes ?? held.ValidUntil);
    }
}
