using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.HoldFile;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Retention;

namespace Anef.Applications.KeepFiles;

/// <summary>What is at its end, asked of the database. Nothing of a request under way is, nor what is under a legal hold.</summary>
internal static class AtTheirEnd
{
    public static IQueryable<LegalHold> Holds(this ApplicationsDb db) => db.Set<LegalHold>().Where(h => h.LiftedAt == null);

    /// <summary>Requests of which something has to be announced or destroyed.</summary>
    public static IQueryable<Guid> Requests(ApplicationsDb db, RetentionRule rule, string zone, DateOnly today, Guid after, int take)
    {
        var (until, holds) = (rule.LastStartToAnnounce(today), db.Holds());
        var over = db.Applications.Where(a => a.Zone == zone && a.OverOn <= until && a.Id > after && !holds.Any(h => h.ApplicationId == a.Id));
        over = rule.Thing switch
        {
            Things.IdentityCopies => over.Where(a => a.CopiesGoneOn == null),
            Things.Documents => over.Where(a => a.ContentsGoneOn == null),
            _ => over,
        };
        return over.OrderBy(a => a.Id).Select(a => a.Id).Take(take);
    }

    public static IOrderedQueryable<FileMessage> Messages(ApplicationsDb db, RetentionRule rule, string zone, DateOnly today)
    {
        var over = Over(db, rule, zone, today);
        return db.Set<FileMessage>().Where(m => over.Any(a => a.Id == m.ApplicationId)).OrderBy(m => m.Id);
    }

    /// <summary>What agents wrote to one another goes with what was written to the person.</summary>
    public static IOrderedQueryable<FileNote> Notes(ApplicationsDb db, RetentionRule rule, string zone, DateOnly today)
    {
        var over = Over(db, rule, zone, today);
        return db.Set<FileNote>().Where(n => over.Any(a => a.Id == n.ApplicationId)).OrderBy(n => n.Id);
    }

    /// <summary>Readings of requests that are over, or that are no more.</summary>
    public static IOrderedQueryable<FileReading> Readings(ApplicationsDb db, RetentionRule rule, DateOnly today)
    {
        var (before, holds) = (rule.KeptSince(today), db.Holds());
        return db.Set<FileReading>().Where(r => r.At < before && !db.Applications.Any(a => a.Id == r.ApplicationId && a.OverOn == null) && !holds.Any(h => h.ApplicationId == r.ApplicationId)).OrderBy(r => r.Id);
    }

    private static IQueryable<PermitApplication> Over(ApplicationsDb db, RetentionRule rule, string zone, DateOnly today)
    {
        var (until, holds) = (rule.LastStart(today), db.Holds());
        return db.Applications.Where(a => a.Zone == zone && a.OverOn <= until && !holds.Any(h => h.ApplicationId == a.Id));
    }
}
