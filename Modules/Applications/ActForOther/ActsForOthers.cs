using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using Filed = Anef.Applications.FileApplication.FileApplication.Filed;

namespace Anef.Applications.ActForOther;

/// <summary>Acts for somebody by the same use cases as their own. The row of an act is in the save of what it did: both are there, or neither.</summary>
internal sealed class ActsForOthers(ApplicationsDb db, PeopleSought people, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock,
    IUseCase<FileApplication.FileApplication.Request, Filed> file, IUseCase<StoreDocument.StoreDocument.Request, Guid> store, IUseCase<ChangeGround.ChangeGround.Request, Done> change) : IActsForOthers
{
    public Task<IReadOnlyDictionary<Sought, PersonSought>> Find(IReadOnlyCollection<Sought> sought, CancellationToken ct) => people.Find(sought, ct);

    public async Task<FiledForOther> File(Guid act, Guid person, FileForOther request, CancellationToken ct)
    {
        if (await db.Set<DoneAct>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == act, ct) is { } done)
        {
            var (known, _) = await db.Application(done.ApplicationId, ct);
            return new(known.Id, known.Number, known.FiledOn is null ? known.OpensOn : null);
        }
        var somebody = await db.Person(person, ct);
        var on = request.ReceivedOn ?? clock.Today(somebody.Zone);
        var asked = law.Find(request.Procedure, on);
        var kind = request.Kind ?? KindOf(somebody, asked, on);
        var missing = request.Missing ?? (asked is null ? [] : Missing(somebody, asked.Code, kind!, on));
        var draft = await KeptDraft(person, asked?.Code, ct);
        var filed = await Once(act, () => file.Handle(new(person, request.Procedure)
        {
            Kind = kind, Channel = "partner", ReceivedOn = request.ReceivedOn, Missing = missing, DraftId = draft,
        }, ct), draft);
        return new(filed.ApplicationId, filed.Number, filed.OpensOn);
    }

    public async Task Attach(Guid act, Guid application, string document, string name, byte[] content, CancellationToken ct)
    {
        if (await db.Set<DoneAct>().AnyAsync(a => a.Id == act, ct)) return;
        using var bytes = new MemoryStream(content, writable: false);
        await Once(act, () => store.Handle(new(application, document, bytes, name), ct), application);
    }

    public async Task ChangeGround(Guid act, Guid application, string? procedure, string? ground, CancellationToken ct)
    {
        if (await db.Set<DoneAct>().AnyAsync(a => a.Id == act, ct)) return;
        await Once(act, () => change.Handle(new(application, procedure, ground, Requalified: false), ct), application);
    }

    public async Task ProtectContact(Guid person, CancellationToken ct)
    {
        var somebody = await db.Person(person, ct);
        if (somebody.Contact.Safe) return;
        somebody.Reach(somebody.Contact with { Safe = true }, "safeContact");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The use case saves the act's row with what it does. One that refuses leaves nothing behind for the next.</summary>
    /// <param name="application">Which request it is about; null for one that is new, whose id nobody knows before.</param>
    private async Task<T> Once<T>(Guid act, Func<Task<T>> work, Guid? application = null)
    {
        var row = new DoneAct { Id = act, ApplicationId = application ?? Guid.Empty, At = clock.GetUtcNow() };
        db.Add(row);
        if (application is null) db.SavingChanges += Name;
        try
        {
            return await work();
        }
        catch
        {
            db.ChangeTracker.Clear();
            throw;
        }
        finally
        {
            db.SavingChanges -= Name;
        }

        void Name(object? sender, SavingChangesEventArgs saving) => row.ApplicationId = db.ChangeTracker.Entries<PermitApplication>().First(e => e.State == EntityState.Added).Entity.Id;
    }

    /// <summary>Too early before, it was kept: it is that one which is filed now, and there are never two.</summary>
    private async Task<Guid?> KeptDraft(Guid person, string? procedure, CancellationToken ct) =>
        (await db.Applications.AsNoTracking().Where(a => a.PersonId == person && a.FiledAt == null && a.Channel == "partner" && a.Procedure == procedure).OrderBy(a => a.Id).ToListAsync(ct)).Find(a => a.Ending is null)?.Id;

    private string? KindOf(Person person, Procedure? asked, DateOnly on) => asked is null ? null
        : person.Held is { } held && law.Renews(asked.Code, held.ForRules(), on) ? Kinds.Renewal
        : asked.Kinds.Contains(Kinds.First) || asked.Kinds.Contains(Kinds.Renewal) ? Kinds.First : asked.Kinds[0];

    private List<string> Missing(Person person, string procedure, string kind, DateOnly on) =>
        [.. Checklist.For(procedure, kind, prefectures.Of(person.Prefecture), on, law).Select(d => d.Code)];
}
