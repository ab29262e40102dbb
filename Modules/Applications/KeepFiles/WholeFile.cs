using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.KeepFiles;

/// <summary>The end of a request with everything that hangs on it, and of the person when nothing else of them is kept.</summary>
internal sealed class WholeFile(ApplicationsDb db)
{
    /// <summary>The next save destroys it.</summary>
    public async Task Destroy(PermitApplication file, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        foreach (var stored in await db.StoredFiles.Where(f => f.ApplicationId == file.Id).ToListAsync(ct)) stored.Forsake();
        await Remove(db.Set<FileMessage>().Where(m => m.ApplicationId == file.Id), ct);
        await Remove(db.Set<FileNote>().Where(n => n.ApplicationId == file.Id), ct);
        await Remove(db.Set<NamedReader>().Where(n => n.ApplicationId == file.Id), ct);
        await Remove(db.Set<DecisionDraft>().Where(d => d.ApplicationId == file.Id), ct);
        await Remove(db.Set<ChangeSet>().Where(c => c.ApplicationId == file.Id), ct);
        await Remove(db.Drafts.Where(d => d.ApplicationId == file.Id), ct);
        await Remove(db.AssistedFilings.Where(a => a.Id == file.Id), ct);
        db.Remove(file);
        db.Publish(new FileDestroyed(file.PersonId, file.Id));
        await db.Register(rule, today, 1, ct);
        await ForgetPerson(file, rule, today, ct);
    }

    private async Task ForgetPerson(PermitApplication file, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var person = await db.Person(file.PersonId, ct);
        if (person.Held is { } held && rule.EndsOn(held.ValidUntil) > today) return;
        if (await db.Applications.AnyAsync(a => a.PersonId == person.Id && a.Id != file.Id, ct) || await db.Drafts.AnyAsync(d => d.PersonId == person.Id && d.ApplicationId != file.Id, ct)) return;
        await Remove(db.Words.Where(w => w.PersonId == person.Id), ct);
        await Remove(db.Set<Declaration>().Where(d => d.PersonId == person.Id), ct);
        await Remove(db.Set<Correction>().Where(c => c.PersonId == person.Id), ct);
        await Remove(db.FailedAttempts.Where(a => a.PersonId == person.Id), ct);
        db.Remove(person);
        db.Publish(new PersonForgotten(person.Id));
    }

    private async Task Remove<T>(IQueryable<T> rows, CancellationToken ct) where T : class => db.RemoveRange(await rows.ToListAsync(ct));
}
