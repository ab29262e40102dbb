using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person takes a file out again before sending.</summary>
internal sealed class UnstageDocument(ApplicationsDb db, DocumentStore store, Visitor visitor, TimeProvider clock) : IUseCase<UnstageDocument.Request, Done>
{
    public sealed record Request(string Number, string Document, Guid File);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        if (await db.OpenSet(application.Id, ct) is not { } set) return new();
        set.Detach(request.Document, request.File, Moment.In(application.Zone, clock));
        var gone = await db.StoredFiles.Where(f => f.Id == request.File && f.ApplicationId == application.Id).ToListAsync(ct);
        db.RemoveRange(gone.Where(f => application.Documents.All(d => d.Versions.All(v => v.File != f.Id))));
        await db.SaveSet(ct);
        foreach (var file in gone.Where(f => db.Entry(f).State == EntityState.Detached)) store.Erase(file.Id);
        return new();
    }
}
