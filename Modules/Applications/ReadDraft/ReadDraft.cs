using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadDraft;

/// <summary>A draft as its pages show it.</summary>
internal sealed class ReadDraft(ApplicationsDb db, DraftDoor door, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<ReadDraft.Request, ReadDraft.View>
{
    public sealed record Request(Guid Draft);

    /// <param name="Person">Null for somebody who is not known yet.</param>
    /// <param name="Documents">Asked for by this procedure, where the person lives as far as is known.</param>
    /// <param name="Number">Of the request that it became.</param>
    public sealed record View(FilingDraft Draft, string ProcedureName, Person? Person, IReadOnlyList<FileDocument> Documents, IReadOnlyList<StoredFile> Files, string? Number)
    {
        public DraftAnswers Answers { get; } = new(Draft.Answers);

        public IEnumerable<StoredFile> FilesOf(string document) => Files.Where(f => f.Document == document);
    }

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        var person = draft.PersonId is { } id ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        var files = await db.StoredFiles.AsNoTracking().Where(f => f.DraftId == draft.Id && f.Check != FileCheck.Infected).OrderBy(f => f.Id).ToListAsync(ct);
        var number = draft.ApplicationId is { } application ? await db.Applications.Where(a => a.Id == application).Select(a => a.Number).SingleOrDefaultAsync(ct) : null;
        var today = clock.Today(CivilTime.Paris);
        var home = prefectures.Find(draft.Answers.GetValueOrDefault("prefecture") ?? person?.Prefecture ?? "");
        var documents = home is null ? [.. law.DocumentsOf(draft.Procedure, draft.Kind, today).Select(d => new FileDocument(d.Code, d.Label, d.Indispensable))]
            : Checklist.For(draft.Procedure, draft.Kind, home, today, law);
        return new(draft, law.Find(draft.Procedure, today)?.Name ?? draft.Procedure, person, documents, files, number);
    }
}
