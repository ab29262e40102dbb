using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>What a report is about: whose rows, and from which day to which.</summary>
/// <param name="Prefectures">The whole country is all of them: so one set of indexes, by prefecture, serves both.</param>
/// <param name="Team">The requests that its officers have, or had when these left.</param>
/// <param name="AsOf">The day on which the stock is as old as is said: the last, or today when that is earlier.</param>
internal sealed record Span(IReadOnlyCollection<string> Prefectures, int First, int Last, int AsOf, string? Site, string? Procedure, string? Team = null)
{
    public IQueryable<Stay> Stays(StaffingDb db)
    {
        var stays = db.Stays.AsNoTracking().Where(s => Prefectures.Contains(s.Prefecture));
        if (Procedure is not null) stays = stays.Where(s => s.Procedure == Procedure);
        return Ours(db, stays);
    }

    /// <summary>A document has no site or team of its own: it is where its request is.</summary>
    public IQueryable<CountedAttestation> Attestations(StaffingDb db)
    {
        var issued = db.Attestations.AsNoTracking().Where(a => Prefectures.Contains(a.Prefecture) && a.Day >= First && a.Day <= Last && a.Kind != "FilingConfirmation");
        if (Procedure is not null) issued = issued.Where(a => a.Procedure == Procedure);
        if (Site is null && Team is null) return issued;
        var ours = Ours(db, db.Stays);
        return issued.Where(a => ours.Any(s => s.ApplicationId == a.ApplicationId));
    }

    public IQueryable<CountedGap> Gaps(StaffingDb db)
    {
        var gaps = db.Gaps.AsNoTracking().Where(g => Prefectures.Contains(g.Prefecture) && g.ToDay >= First && g.FromDay <= Last);
        if (Procedure is not null) gaps = gaps.Where(g => g.Procedure == Procedure);
        if (Site is null && Team is null) return gaps;
        var ours = Ours(db, db.Stays);
        return gaps.Where(g => ours.Any(s => s.ApplicationId == g.ApplicationId));
    }

    /// <summary>A situation is where the request is that it is about.</summary>
    public IQueryable<PartnerDeadline> Deadlines(StaffingDb db)
    {
        var due = db.PartnerDeadlines.AsNoTracking().Where(d => d.Prefecture != null && Prefectures.Contains(d.Prefecture) && d.DueDay >= First && d.DueDay <= Last);
        if (Site is null && Team is null) return due;
        var ours = Ours(db, db.Stays);
        return due.Where(d => ours.Any(s => s.ApplicationId == d.ApplicationId));
    }

    /// <summary>Who worked on these files, day by day.</summary>
    public IQueryable<Presence> Presences(StaffingDb db)
    {
        var present = db.Presences.AsNoTracking().Where(p => Prefectures.Contains(p.Prefecture) && p.Day >= First && p.Day <= AsOf);
        return Team is null ? present : present.Where(p => db.TeamSpells.Any(t => t.AccountId == p.AccountId && t.Prefecture == p.Prefecture && t.Team == Team && t.FromDay <= p.Day && (t.UntilDay == null || t.UntilDay >= p.Day)));
    }

    private IQueryable<Stay> Ours(StaffingDb db, IQueryable<Stay> stays)
    {
        if (Site is not null) stays = stays.Where(s => s.Site == Site);
        return Team is null ? stays : stays.Where(s => s.UntilDay == null
            ? db.Files.Any(f => f.Id == s.ApplicationId && db.TeamSpells.Any(t => t.AccountId == f.AssignedTo && t.Prefecture == s.Prefecture && t.Team == Team && t.UntilDay == null))
            : db.TeamSpells.Any(t => t.AccountId == s.Officer && t.Prefecture == s.Prefecture && t.Team == Team && t.FromDay <= s.UntilDay && (t.UntilDay == null || t.UntilDay >= s.UntilDay)));
    }
}
