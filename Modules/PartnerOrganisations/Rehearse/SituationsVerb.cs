using System.Text;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.SendFiles;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Rehearse;

/// <summary><c>situations</c>: an organisation sends a table, whose rows are separated by bars, and each line has its outcome.</summary>
internal sealed class SituationsVerb(PartnerOrganisationsDb db, IUseCase<TakeMail.TakeMail.Request, TakeMail.TakeMail.Taken> take, IUseCase<ProcessBatch.ProcessBatch.Request, bool> process, TimeProvider clock) : IRehearsalVerb
{
    public string Name => "situations";

    public IReadOnlyCollection<string> Fields => ["organisation", "sender", "table"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var token = step.Text("organisation");
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Token == token, ct);
        var table = Encoding.UTF8.GetBytes(step.Text("table").Replace('|', '\n'));
        var content = FilesMessage.Make(organisation.Id, organisation.Senders[0], "partenaires@anef.invalid", "Situations", null, [("situations.csv", table)], clock.GetUtcNow());
        if ((await take.Handle(new(content, "web", organisation.Id, step.Text("sender")), ct)).Batch is not { } batch) return;
        while (!await process.Handle(new(batch), ct)) { }
    }
}
