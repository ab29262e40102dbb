using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Attestations.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadSpace;

/// <summary>All that a person has with us on one page: every request, how far they are covered, what they may do now.</summary>
/// <remarks>Three reads here and two of attestations, however many requests there are.</remarks>
internal sealed class ReadSpace(ApplicationsDb db, IAttestations attestations, IProcedures law, IRetention retention, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock)
    : IUseCase<ReadSpace.Request, ReadSpace.View>
{
    public sealed record Request;

    /// <param name="Today">The civil day where the person lives.</param>
    public sealed record View(DateOnly Today, IReadOnlyList<Card> Requests, IReadOnlyList<Begun> Drafts, Covered Coverage, WindowNotice? Window);

    /// <summary>A request that is being filled in.</summary>
    public sealed record Begun(Guid Id, string Procedure, string ProcedureName, DateTimeOffset UpdatedAt, DateOnly KeptUntil);

    /// <param name="Actor">Who acts next.</param>
    /// <param name="Asked">Names of the documents that are asked for.</param>
    public sealed record Card(string Number, string Procedure, string ProcedureName, string Kind, string Status, string Actor, DateOnly? FiledOn, string Prefecture, int Unread, bool Staged,
        NamedDay? Next, IReadOnlyList<string> Asked, DateOnly? AskedUntil, DateOnly? WithdrawnFrom);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var drafts = await Drafts(ct);
        if (visitor.PersonId is not { } me) return new(clock.Today(CivilTime.Paris), [], drafts, Covered.Nothing, null);
        var person = await db.People.AsNoTracking().Where(p => p.Id == me).Select(p => new { p.Permits, p.Prefecture, p.Zone }).SingleAsync(ct);
        var rows = await Rows(db, me).ToListAsync(ct);
        var today = clock.Today(person.Zone);
        var held = person.Permits.Count == 0 ? null : person.Permits[^1];
        var cards = rows.OrderBy(r => r.IsOver).ThenByDescending(r => r.FiledOn ?? DateOnly.MaxValue).Select(r => r.Card(today, prefectures.Find(r.Prefecture)?.Name ?? r.Prefecture)).ToList();
        return new(today, cards, drafts, Covered.Of(held, await attestations.CoverageOf(me, ct), rows, today), WindowNotice.Of(held, rows, person.Prefecture, law, today));
    }

    /// <summary>One that waits for its day is shown as the request that it became.</summary>
    private async Task<IReadOnlyList<Begun>> Drafts(CancellationToken ct)
    {
        var (account, person) = (visitor.AccountId, visitor.PersonId);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.FiledAt == null && d.ApplicationId == null && (d.Account == account || (person != null && d.PersonId == person)))
            .OrderByDescending(d => d.UpdatedAt).Select(d => new { d.Id, d.Procedure, d.UpdatedAt }).ToListAsync(ct);
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Drafts, today);
        return [.. drafts.Select(d => new Begun(d.Id, d.Procedure, law.Find(d.Procedure, today)?.Name ?? d.Procedure, d.UpdatedAt, rule.EndsOn(d.UpdatedAt.DayIn(CivilTime.Paris))))];
    }

    /// <summary>Named so that its cost can be looked at: one statement, by the index on the person.</summary>
    public static IQueryable<SpaceRow> Rows(ApplicationsDb db, Guid personId) => db.Applications.AsNoTracking().Where(a => a.PersonId == personId).Select(a => new SpaceRow
    {
        Number = a.Number, Procedure = a.Procedure, ProcedureName = a.ProcedureName, Kind = a.Kind, Title = a.Title, Prefecture = a.Prefecture, FiledOn = a.FiledOn, OpensOn = a.OpensOn, WindowCloses = a.WindowCloses,
        Timeliness = a.Timeliness, CompleteSince = a.CompleteSince, Documents = a.Documents, Requests = a.Requests, Status = a.State,
        Decision = a.Decision, NotifiedOn = a.NotifiedOn, HandedOverOn = a.HandedOverOn, CardReadyOn = a.CardReadyOn, ImplicitRefusalOn = a.ImplicitRefusalOn,
        ImplicitRefusalBornOn = a.ImplicitRefusalBornOn, AppealUntil = a.AppealUntil, WithdrawalEffectiveOn = a.WithdrawalEffectiveOn,
        Unread = db.Set<FileMessage>().Count(m => m.ApplicationId == a.Id && m.FromOfficer && m.ReadAt == null),
        Staged = db.Set<ChangeSet>().Any(c => c.ApplicationId == a.Id),
    });
}

/// <summary>A day and what it is.</summary>
internal sealed record NamedDay(string Name, DateOnly On);
