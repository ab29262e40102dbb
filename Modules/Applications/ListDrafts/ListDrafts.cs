using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ListDrafts;

/// <summary>Drafts that can be gone on with, the latest first.</summary>
internal sealed class ListDrafts(ApplicationsDb db, DraftDoor door, IProcedures law, IRetention retention, TimeProvider clock) : IUseCase<ListDrafts.Request, IReadOnlyList<ListDrafts.Row>>
{
    /// <param name="For">Of a person who is helped; else one's own.</param>
    public sealed record Request(Guid? For = null);

    /// <param name="By">Who began it for the person; null when they did themselves.</param>
    public sealed record Row(Guid Id, string Procedure, string ProcedureName, string Kind, string Step, DateTimeOffset UpdatedAt, DateOnly KeptUntil, DateOnly? OpensOn, string? By, Guid? PersonId);

    public async Task<IReadOnlyList<Row>> Handle(Request request, CancellationToken ct)
    {
        var account = door.Visitor.AccountId ?? throw new NotFound("ce compte");
        var person = request.For is { } helped && helped != door.Visitor.PersonId ? (await door.Helped(helped, ct)).Id : door.Visitor.PersonId;
        var open = db.Drafts.AsNoTracking().Where(d => d.FiledAt == null);
        var drafts = await (request.For is not null ? open.Where(d => d.PersonId == person && (d.Assistance != null || d.Account == account)) : open.Where(d => d.Account == account || (person != null && d.PersonId == person))).ToListAsync(ct);
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Drafts, today);
        return [.. drafts.OrderByDescending(d => d.UpdatedAt).Select(d => new Row(d.Id, d.Procedure, law.Find(d.Procedure, today)?.Name ?? d.Procedure, d.Kind, d.Step, d.UpdatedAt,
            d.EndsOn(rule), d.OpensOn, d.Assistance?.Name, d.PersonId))];
    }
}
