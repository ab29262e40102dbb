using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.ForeseeFiling;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FileDraft;

/// <summary>Files a draft, once: whoever asks twice is given the same number.</summary>
internal sealed class FileDraft(ApplicationsDb db, DraftDoor door, DraftPerson people, IUseCase<FileApplication.FileApplication.Request, FileApplication.FileApplication.Filed> file,
    IProcedures law, PrefectureCatalog prefectures, SpoiltFilings spoilt, PumpBell bell, TimeProvider clock) : IUseCase<FileDraft.Request, FileDraft.Filed>
{
    /// <param name="LateAccepted">The person has read what filing late means.</param>
    /// <param name="Consent">The person agrees that somebody files for them.</param>
    public sealed record Request(Guid Draft, bool LateAccepted = false, bool Consent = false);

    /// <param name="OpensOn">It was too early: kept until that day, and not filed.</param>
    public sealed record Filed(Guid ApplicationId, string Number, DateOnly? OpensOn);

    public async Task<Filed> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        if (draft.IsFiled) return await Already(draft, ct);
        try
        {
            return await File(draft, request, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var meanwhile = await door.Open(request.Draft, ct);
            if (meanwhile.IsFiled) return await Already(meanwhile, ct);
            throw new RuleBroken("applications.draft-moving", "Votre brouillon a changé à l'instant même, dans un autre onglet ou sur un autre appareil. Relisez vos réponses, puis déposez.");
        }
        catch (RuleBroken)
        {
            // Undone in the database: the page that says why must not read what is only remembered here.
            db.ChangeTracker.Clear();
            throw;
        }
        catch (Exception fault) when (fault is not (RuleBroken or NotFound or OperationCanceledException))
        {
            throw await spoilt.Record(draft, fault);
        }
    }

    private async Task<Filed> File(FilingDraft draft, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (request.Consent) draft.Consent(now);
        await EnsureReady(draft, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        draft.Touch(now);
        await db.SaveChangesAsync(ct); // whoever files the same draft at the same time waits here, and then loses
        var person = await people.Of(draft, toKeep: true, ct);
        if (draft.PersonId is null) Introduce(draft, person);
        await db.SaveChangesAsync(ct);
        var files = await db.StoredFiles.Where(f => f.DraftId == draft.Id && f.Check != FileCheck.Infected).OrderBy(f => f.Id).ToListAsync(ct);
        var filed = await file.Handle(new(person.Id, draft.Procedure)
        {
            Kind = draft.Kind,
            Ground = draft.Ground,
            Missing = Missing(draft, person, files),
            Channel = draft.Assistance?.Channel ?? "online",
            ReceivedOn = draft.Assistance?.ReceivedOn,
            DraftId = draft.ApplicationId,
            MovedOn = new DraftAnswers(draft.Answers).Day("movedOn"),
            LateAccepted = request.LateAccepted,
        }, ct);
        if (filed.OpensOn is { } opens) draft.Keep(filed.ApplicationId, opens, now);
        else await Bring(draft, filed.ApplicationId, files, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        bell.Ring();
        return new(filed.ApplicationId, filed.Number, filed.OpensOn);
    }

    private async Task EnsureReady(FilingDraft draft, CancellationToken ct)
    {
        if (draft.Assistance is { ConsentAt: null }) throw new RuleBroken("applications.consent", "Demandez à la personne si elle est d'accord pour que vous déposiez en son nom, puis cochez la case.");
        var permitIsKnown = draft.PersonId is { } id && (await db.People.AsNoTracking().SingleAsync(p => p.Id == id, ct)).Held is not null;
        if (new DraftAnswers(draft.Answers).Missing(draft.PersonId is not null, permitIsKnown) is { } missing)
            throw new RuleBroken("applications.draft-incomplete", $"Il manque une réponse à l'étape « {missing.Step} » : {missing.Field}.");
    }

    /// <summary>Somebody who was not known: the account that files stands for them, unless it is a helper's.</summary>
    private void Introduce(FilingDraft draft, Person person)
    {
        draft.BelongTo(person.Id);
        foreach (var attempt in draft.Attempts) db.Add(new FailedAttempt { PersonId = person.Id, Procedure = draft.Procedure, At = attempt.At, Error = attempt.Error });
        if (draft.Assistance is null) db.Publish(new PersonOfAccount(draft.Account, person.Id));
    }

    private List<string> Missing(FilingDraft draft, Person person, List<StoredFile> files)
    {
        var home = prefectures.Of(person.Prefecture);
        var on = draft.Assistance?.ReceivedOn ?? Moment.In(home.TimeZone, clock).Day;
        return [.. Checklist.For(draft.Procedure, draft.Kind, home, on, law).Select(d => d.Code).Where(code => files.TrueForAll(f => f.Document != code))];
    }

    /// <summary>The files and answers of the draft become the request's.</summary>
    private async Task Bring(FilingDraft draft, Guid id, List<StoredFile> files, DateTimeOffset now, CancellationToken ct)
    {
        var (application, _) = await db.Application(id, ct);
        foreach (var stored in files)
        {
            stored.ApplicationId = id;
            application.Attach(stored.Document!, stored.AsVersion());
        }
        application.Answered(new DraftAnswers(draft.Answers).ForTheFile());
        draft.Filed(id, now);
        if (draft.Assistance is { ConsentAt: { } consent } help)
            db.Add(new AssistedFiling { Id = id, Account = help.Account, Name = help.Name, Channel = help.Channel, ConsentAt = consent, FiledAt = now });
    }

    private async Task<Filed> Already(FilingDraft draft, CancellationToken ct)
    {
        var (application, _) = await db.Application(draft.ApplicationId!.Value, ct);
        return new(application.Id, application.Number, null);
    }
}
