using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadCase;
using Anef.PartnerOrganisations.ReadMail;
using Anef.PartnerOrganisations.WorkOnCases;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.OpenAttachment;

/// <summary>A file that came with a situation, for who answers for it: read again from the sealed mail, and of this situation alone.</summary>
internal sealed class OpenAttachment(PartnerOrganisationsDb db, CaseDoor door, MailSeal seal) : IUseCase<OpenAttachment.Request, MailFile>
{
    public sealed record Request(string Reference, string Name);

    public async Task<MailFile> Handle(Request request, CancellationToken ct)
    {
        var situation = await door.Open(request.Reference, ct);
        var line = await db.Lines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == situation.LineId, ct) ?? throw Missing();
        if (LineContent.Read(line.Content)?.Documents.Contains(request.Name) != true) throw Missing();
        var mail = await db.Batches.Where(b => b.Id == line.BatchId).Join(db.Mails, b => b.MailId, m => m.Id, (_, m) => m.Content).SingleAsync(ct);
        return MailReader.Read(RawMail.Open(seal.Open(mail))).Files.FirstOrDefault(f => f.Name == request.Name && f.Fault is null) ?? throw Missing();
    }

    private static NotFound Missing() => new("cette pièce");
}
