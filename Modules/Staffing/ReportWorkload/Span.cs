using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>What a report is about: whose rows, and from which day to which.</summary>
/// <param name="Prefectures">The whole country is all of them: so one set of indexes, by prefecture, serves both.</param>
/// <param name="AsOf">The day on which the stock is as old as is said: the last, or today when that is earlier.</param>
internal sealed record Span(IReadOnlyCollection<string> Prefectures, int First, int Last, int AsOf, string? Site, string? Procedure)
{
    public IQueryable<Stay> Stays(StaffingDb db)
    {
        var stays = db.Stays.AsNoTracking().Where(s => Prefectures.Contains(s.Prefecture));
        if (Procedure is not null) stays = stays.Where(s => s.Procedure == Procedure);
        return Site is null ? stays : stays.Where(s => s.Site == Site);
    }

    /// <summary>A document has no site of its own: it is where its request is.</summary>
    public IQueryable<CountedAttestation> Attestations(StaffingDb db)
    {
        var issued = db.Attestations.AsNoTracking().Where(a => Prefectures.Contains(a.Prefecture) && a.Day >= First && a.Day <= Last && a.Kind != "FilingConfirmation");
        if (Procedure is not null) issued = issued.Where(a => a.Procedure == Procedure);
        return Site is null ? issued : issued.Where(a => db.Stays.Any(s => s.ApplicationId == a.ApplicationId && s.Site == Site));
    }

    public IQueryable<CountedGap> Gaps(StaffingDb db)
    {
        var gaps = db.Gaps.AsNoTracking().Where(g => Prefectures.Contains(g.Prefecture) && g.ToDay >= First && g.FromDay <= Last);
        if (Procedure is not null) gaps = gaps.Where(g => g.Procedure == Procedure);
        return Site is null ? gaps : gaps.Where(g => db.Stays.Any(s => s.ApplicationId == g.ApplicationId && s.Site == Site));
    }

    public IQueryable<PartnerDeadline> Deadlines(StaffingDb db) => db.PartnerDeadlines.AsNoTracking().Where(d => d.Prefecture != null && Prefectures.Contains(d.Prefecture) && d.DueDay >= First && d.DueDay <= Last);
}
