using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadSpace;

/// <summary>What the space asks of the database, translated once: one statement each, by an index.</summary>
internal static class SpaceQueries
{
    public static readonly Func<ApplicationsDb, Guid, Guid?, CancellationToken, Task<Resident>> Person = EF.CompileAsyncQuery((ApplicationsDb db, Guid me, Guid? account, CancellationToken _) =>
        db.People.Where(p => p.Id == me).Select(p => new Resident(p.Permits, p.Prefecture, p.Zone,
            db.Set<FilingDraft>().Any(d => d.FiledAt == null && d.ApplicationId == null && (d.Account == account || d.PersonId == me)))).Single());

    public static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<SpaceRow>> Requests = EF.CompileAsyncQuery((ApplicationsDb db, Guid me) =>
        db.Applications.Where(a => a.PersonId == me).Select(a => new SpaceRow
        {
            Number = a.Number, Procedure = a.Procedure, ProcedureName = a.ProcedureName, Kind = a.Kind, Title = a.Title, Prefecture = a.Prefecture, FiledOn = a.FiledOn, OpensOn = a.OpensOn, WindowCloses = a.WindowCloses,
            Timeliness = a.Timeliness, CompleteSince = a.CompleteSince, Documents = a.State == "waitingForDocuments" ? a.Documents : null, Requests = a.Requests, Status = a.State,
            Decision = a.Decision, NotifiedOn = a.NotifiedOn, HandedOverOn = a.HandedOverOn, CardReadyOn = a.CardReadyOn, ImplicitRefusalOn = a.ImplicitRefusalOn,
            ImplicitRefusalBornOn = a.ImplicitRefusalBornOn, AppealUntil = a.AppealUntil, WithdrawalEffectiveOn = a.WithdrawalEffectiveOn,
            Unread = db.Set<FileMessage>().Count(m => m.ApplicationId == a.Id && m.FromOfficer && m.ReadAt == null),
            Staged = db.Set<ChangeSet>().Any(c => c.ApplicationId == a.Id),
        }));

    public static readonly Func<ApplicationsDb, Guid?, Guid?, IAsyncEnumerable<OpenDraft>> Drafts = EF.CompileAsyncQuery((ApplicationsDb db, Guid? account, Guid? person) =>
        db.Set<FilingDraft>().Where(d => d.FiledAt == null && d.ApplicationId == null && (d.Account == account || (person != null && d.PersonId == person)))
            .OrderByDescending(d => d.UpdatedAt).Select(d => new OpenDraft(d.Id, d.Procedure, d.UpdatedAt)));

    internal sealed record Resident(IReadOnlyList<HeldDocument> Permits, string Prefecture, string Zone, bool HasDrafts);

    internal sealed record OpenDraft(Guid Id, string Procedure, DateTimeOffset UpdatedAt);
}
