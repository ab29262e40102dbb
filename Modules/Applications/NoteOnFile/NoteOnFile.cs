using Anef.Applications.Access;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.NoteOnFile;

/// <summary>Writes a note on a file, or a contact that took place. Whoever asks has opened the file.</summary>
internal sealed class NoteOnFile(ApplicationsDb db, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : IUseCase<NoteOnFile.Request, Done>
{
    private static readonly string[] Kinds = ["note", "phone", "counter", "mail"];

    public sealed record Request(Guid ApplicationId, string Text, string Kind = "note");

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var text = request.Text.Trim();
        if (text.Length is 0 or > FileNote.Longest) throw new RuleBroken("applications.note-length", $"Écrivez la note, en {FileNote.Longest} caractères au plus.");
        if (!Kinds.Contains(request.Kind)) throw new RuleBroken("applications.note-kind", $"« {request.Kind} » n'est pas une sorte de contact.");
        var note = new FileNote { ApplicationId = request.ApplicationId, AccountId = visitor.AccountId ?? Guid.Empty, Author = visitor.Name, At = clock.GetUtcNow(), Kind = request.Kind, Text = text };
        db.Add(note);
        var file = await db.Applications.Where(a => a.Id == request.ApplicationId).Select(a => new { a.PersonId, a.Prefecture }).SingleAsync(ct);
        if (DeskNews.Received(note, file.PersonId, file.Prefecture, prefectures) is { } received) db.Publish(received);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
