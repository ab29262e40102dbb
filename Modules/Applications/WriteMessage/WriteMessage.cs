using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.WriteMessage;

/// <summary>Somebody writes about a request: the person, or whoever may instruct it.</summary>
internal sealed class WriteMessage(ApplicationsDb db, FileDoor door, Visitor visitor, TimeProvider clock) : IUseCase<WriteMessage.Request, Guid>
{
    public sealed record Request(string Number, string Text);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var entry = await door.EnterToWork(visitor, request.Number, ct);
        entry.EnsureMayDo("message");
        var file = entry.File;
        var text = request.Text.ReplaceLineEndings("\n").Trim();
        if (text.Length == 0) throw new RuleBroken("applications.message-empty", "Écrivez votre message avant de l'envoyer.");
        if (text.Length > FileMessage.Longest)
            throw new RuleBroken("applications.message-too-long", $"Le message dépasse {FileMessage.Longest} caractères : raccourcissez-le, ou envoyez-le en deux fois.");
        var message = new FileMessage
        {
            ApplicationId = file.Id,
            PersonId = file.PersonId,
            FromOfficer = file.PersonId != visitor.PersonId,
            Author = visitor.Name,
            AuthorAccount = visitor.AccountId,
            Text = text,
            At = clock.GetUtcNow(),
        };
        db.Add(message);
        db.Publish(new MessageWritten(file.PersonId, file.Id, message.Id, message.FromOfficer));
        await db.SaveChangesAsync(ct);
        await entry.Note("message", ct);
        return message.Id;
    }
}
