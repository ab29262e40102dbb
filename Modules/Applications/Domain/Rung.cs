using Anef.Procedures.Contracts;

namespace Anef.Applications.Domain;

/// <summary>One day on which a person is reminded of a filing window.</summary>
/// <param name="Opens">The window opens that day.</param>
/// <param name="Closes">Last day of the window; null when it has none.</param>
internal sealed record Rung(DateOnly On, bool Opens, string Procedure, DateOnly HeldUntil, DateOnly? Closes)
{
    /// <summary>The opening of the window, the prefecture's days before the end of the held permit, and the opening that a draft waits for.</summary>
    public static IReadOnlyList<Rung> Ladder(HeldDocument? held, IEnumerable<PermitApplication> drafts, string department, IReadOnlyList<int> days, IProcedures law, DateOnly today)
    {
        if (held is null) return [];
        var rungs = new List<Rung>();
        if (law.RenewalOf(held.ForRules(), today) is { } procedure && law.RenewalWindow(held.ForRules(), department, today) is { } window)
        {
            if (window.Opens is { } opens) rungs.Add(new(opens, true, procedure, held.ValidUntil, window.Closes));
            rungs.AddRange(days.Select(d => held.ValidUntil.AddDays(-d)).Where(on => !(on <= window.Opens))
                .Select(on => new Rung(on, false, procedure, held.ValidUntil, window.Closes)));
        }
        rungs.AddRange(drafts.Where(d => d.OpensOn is { } opens && !rungs.Any(r => r.Opens && r.On == opens))
            .Select(d => new Rung(d.OpensOn!.Value, true, d.Procedure, held.ValidUntil, d.WindowCloses)).DistinctBy(r => r.On));
        return [.. rungs.OrderBy(r => r.On)];
    }

    /// <summary>Requests filed from that day on answer the reminders of a held permit.</summary>
    public static DateOnly AnsweredSince(HeldDocument held, IReadOnlyList<Rung> ladder)
    {
        // A change of status may be asked from the 120th day although the renewal of this permit opens later.
        var earliest = held.ValidUntil.AddDays(-120);
        return ladder.FirstOrDefault(r => r.Opens) is { } opening && opening.On < earliest ? opening.On : earliest;
    }
}
