using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.NoteOnFile;

/// <summary>Writes a note on a file, or a contact that took place. Whoever asks has opened the file.</summary>
internal sealed class NoteOnFile(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<NoteOnFile.Request, Done>
{
    private static readonly string[] Kinds = ["note", "phone", "counter", "mail"];

    public sealed record Request(Guid ApplicationId, string Text, string Kind = "note");

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var text = request.Text.Trim();
        if (text.Length is 0 or > FileNote.Longest) throw new RuleBroken("applications.note-length", $"Écrivez la note, en {FileNote.Longest} caractères au plus.");
        if (!Kinds.Contains(request.Kind)) throw new RuleBroken("applications.note-kind", $"« {request.Kind} » n'est pas une sorte de contact.");
        db.Add(new FileNote { ApplicationId = request.ApplicationId, AccountId = visitor.AccountId ?? Guid.Empty, Author = visitor.Name, At = clock.GetUtcNow(), Kind = request.Kind, Text = text });
        await db.SaveChangesAsync(ct);
        return new();
    }
}
