using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ForeseeFiling;

/// <summary>What filing a draft now would do: too early, in time or late, against which running request, with which documents missing.</summary>
internal sealed class ForeseeFiling(ApplicationsDb db, DraftDoor door, DraftPerson people, JudgeWithAttempts judge, PrefectureCatalog prefectures, IProcedures law, TimeProvider clock)
    : IUseCase<ForeseeFiling.Request, ForeseeFiling.Foreseen>
{
    public sealed record Request(Guid Draft);

    /// <summary>What a page says before it is done.</summary>
    public sealed record Foreseen
    {
        /// <summary>Set when a step lacks an answer: nothing else is then known.</summary>
        public (string Step, string Field)? Missing { get; init; }

        public DateOnly? OpensOn { get; init; }

        public bool Late { get; init; }

        public DateOnly? WindowCloses { get; init; }

        public LateFee? LateFee { get; init; }

        /// <summary>An attempt that our failure spoilt, and that makes the filing in time.</summary>
        public DateTimeOffset? Excused { get; init; }

        /// <summary>As it will be treated: a renewal asked very late is a first request.</summary>
        public string Kind { get; init; } = "";

        public RunningRequest? Conflict { get; init; }

        public FeeRuling? Fee { get; init; }

        public Prefecture? Prefecture { get; init; }

        public IReadOnlyList<FileDocument> MissingDocuments { get; init; } = [];

        /// <summary>Nothing may leave for the known addresses: all is read in the account.</summary>
        public bool SafeContact { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public bool HasAddress { get; init; }
    }

    /// <summary>The same request, already on its way.</summary>
    public sealed record RunningRequest(Guid Id, string Number, string ProcedureName, DateOnly FiledOn);

    public async Task<Foreseen> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        var known = draft.PersonId is { } id ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        if (new DraftAnswers(draft.Answers).Missing(known is not null, known?.Held is not null) is { } missing) return new() { Missing = missing };
        var person = await people.Of(draft, toKeep: false, ct);
        var prefecture = prefectures.Of(person.Prefecture);
        var now = Moment.In(prefecture.TimeZone, clock);
        var on = draft.Assistance?.ReceivedOn ?? now.Day;
        var (procedure, kind, ground) = Asked.Of(law, draft.Procedure, draft.Kind, draft.Ground, person.Held, on);
        var facts = person.FactsFor(procedure.Code, kind, ground, on, draft.Assistance?.ReceivedOn is null ? clock.Today(CivilTime.Paris) : on, new DraftAnswers(draft.Answers).Day("movedOn"));
        var (judgement, spoilt) = await judge.Of(person, facts, now.At, ct, draft.Attempts.Select(a => a.At));
        var pending = draft.PersonId is null ? [] : await db.Applications.AsNoTracking().Where(a => a.PersonId == person.Id).ToListAsync(ct);
        var conflict = judgement.TooEarlyUntil is null ? Conflicts.Find(pending, procedure.Code, judgement.Kind) : null;
        var given = await db.StoredFiles.Where(f => f.DraftId == draft.Id && f.Check != FileCheck.Infected).Select(f => f.Document).Distinct().ToListAsync(ct);
        return new()
        {
            OpensOn = judgement.TooEarlyUntil,
            Late = judgement.Timeliness == Timeliness.Late,
            WindowCloses = judgement.Window.Closes,
            LateFee = judgement.LateFee,
            Excused = spoilt,
            Kind = judgement.Kind,
            Conflict = conflict is null ? null : new(conflict.Id, conflict.Number, conflict.ProcedureName, conflict.FiledOn!.Value),
            Fee = law.FeeOf(procedure.Code, judgement.Kind, on),
            Prefecture = prefecture,
            MissingDocuments = [.. Checklist.For(procedure.Code, judgement.Kind, prefecture, on, law).Where(d => !given.Contains(d.Code))],
            SafeContact = person.Contact.Safe || Victims.Protects(procedure.Code, ground),
            Email = person.Contact.Email,
            Phone = person.Contact.Phone,
            HasAddress = person.Contact.Address is { Lines.Count: > 0 },
        };
    }
}
