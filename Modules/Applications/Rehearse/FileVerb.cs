using Anef.Applications.Persistence;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Rehearse;

/// <summary><c>file</c>: files a request; the same id again files the draft that was kept.</summary>
internal sealed class FileVerb(IUseCase<FileApplication.FileApplication.Request, FileApplication.FileApplication.Filed> file, ApplicationsDb db) : IRehearsalVerb
{
    public string Name => "file";

    public IReadOnlyCollection<string> Fields => ["id", "person", "procedure", "kind", "ground", "missing", "channel", "receivedOn", "movedOn"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var id = step.Text("id");
        Guid? draft = step.World.Applications.TryGetValue(id, out var known) ? known : null;
        if (draft is not null && !await db.Applications.AnyAsync(a => a.Id == draft && a.FiledOn == null, ct))
            throw new RehearsalError($"« file » : la demande « {id} » est déjà déposée ; donnez un autre id");
        var filed = await file.Handle(new(step.Person(), step.Text("procedure"))
        {
            Kind = step.TextOrNull("kind"),
            Ground = step.TextOrNull("ground"),
            Missing = step.List("missing"),
            Channel = step.TextOrNull("channel") ?? "online",
            ReceivedOn = step.DayOrNull("receivedOn"),
            MovedOn = step.DayOrNull("movedOn"),
            DraftId = draft,
        }, ct);
        step.World.Applications[id] = filed.ApplicationId;
    }
}
