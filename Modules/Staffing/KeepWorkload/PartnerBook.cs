using Anef.PartnerOrganisations.Contracts;
using Anef.SharedKernel.Events;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Situations of partners: their last days, and how many wait on each file.</summary>
internal sealed class PartnerBook(StaffingDb db, IPartnerCases cases) : IHandleEvent<CaseOpened>, IHandleEvent<CaseAnswered>
{
    public Task Handle(CaseOpened fact, CancellationToken ct) => Keep(fact.CaseId, ct);

    public Task Handle(CaseAnswered fact, CancellationToken ct) => Keep(fact.CaseId, ct);

    /// <summary>Writes the situation down as it is now.</summary>
    public async Task Put(PartnerCaseFacts facts, CancellationToken ct)
    {
        var row = WorkRows.Deadline(facts);
        if (await db.PartnerDeadlines.SingleOrDefaultAsync(d => d.Id == facts.CaseId, ct) is { } was) db.Entry(was).CurrentValues.SetValues(row);
        else db.Add(row);
        await db.SaveChangesAsync(ct);
        if (facts.ApplicationId is not { } application || await db.Files.SingleOrDefaultAsync(f => f.Id == application, ct) is not { } file) return;
        file.PartnerCases = await db.PartnerDeadlines.CountAsync(d => d.ApplicationId == application && d.AnsweredDay == null, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task Keep(Guid caseId, CancellationToken ct)
    {
        if (await cases.Find(caseId, ct) is { } facts) await Put(facts, ct);
    }
}
