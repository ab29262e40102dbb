using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Attestations.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.ReadSpace;

/// <summary>All that a person has with us on one page: every request, how far they are covered, what they may do now.</summary>
/// <remarks>Two reads here, one more for whoever has begun a draft, and two of attestations, however many requests there are.</remarks>
internal sealed class ReadSpace(ApplicationsDb db, IAttestations attestations, IProcedures law, IRetention retention, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock)
    : IUseCase<ReadSpace.Request, ReadSpace.View>
{
    public sealed record Request;

    /// <param name="Today">The civil day where the person lives.</param>
    public sealed record View(DateOnly Today, IReadOnlyList<Card> Requests, IReadOnlyList<Begun> Drafts, Covered Coverage, WindowNotice? Window);

    /// <summary>A request that is being filled in.</summary>
    public sealed record Begun(Guid Id, string Procedure, string ProcedureName, DateTimeOffset UpdatedAt, DateOnly KeptUntil);

    /// <param name="Actor">Who acts next.</param>
    /// <param name="Asked">Documents that are asked for.</param>
    public sealed record Card(string Number, string Procedure, string ProcedureName, string Kind, string Status, string Actor, DateOnly? FiledOn, string Prefecture, int Unread, bool Staged,
        NamedDay? Next, IReadOnlyList<FileDocument> Asked, DateOnly? AskedUntil, DateOnly? WithdrawnFrom);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        await using var open = await db.StayOpen(ct);
        if (visitor.PersonId is not { } me) return new(clock.Today(CivilTime.Paris), [], await Drafts(ct), Covered.Nothing, null);
        var person = await SpaceQueries.Person(db, me, visitor.AccountId, ct);
        var drafts = person.HasDrafts ? await Drafts(ct) : [];
        var rows = await SpaceQueries.Requests(db, me).ToListAsync(ct);
        var today = clock.Today(person.Zone);
        var held = person.Permits.Count == 0 ? null : person.Permits[^1];
        var cards = rows.OrderBy(r => r.IsOver).ThenByDescending(r => r.FiledOn ?? DateOnly.MaxValue).Select(r => r.Card(today, prefectures.Find(r.Prefecture)?.Name ?? r.Prefecture)).ToList();
        return new(today, cards, drafts, Covered.Of(held, await attestations.CoverageOf(me, ct), rows, today), WindowNotice.Of(held, rows, person.Prefecture, law, today));
    }

    /// <summary>One that waits for its day is shown as the request that it became.</summary>
    private async Task<IReadOnlyList<Begun>> Drafts(CancellationToken ct)
    {
        var drafts = await SpaceQueries.Drafts(db, visitor.AccountId, visitor.PersonId).ToListAsync(ct);
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Drafts, today);
        return [.. drafts.Select(d => new Begun(d.Id, d.Procedure, law.Find(d.Procedure, today)?.Name ?? d.Procedure, d.UpdatedAt, rule.EndsOn(d.UpdatedAt.DayIn(CivilTime.Paris))))];
    }
}

/// <summary>A day and what it is.</summary>
internal sealed record NamedDay(string Name, DateOnly On);
