using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ScheduleReports;

/// <summary>An officer asks for the report of the team, or asks for it no more.</summary>
internal sealed class Subscribe(StaffingDb db) : IUseCase<Subscribe.Request, Done>
{
    public sealed record Request(Visitor Visitor, string Prefecture, bool Wanted);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (request.Visitor.AccountId is not { } account || !request.Visitor.Serves(request.Prefecture, Role.CaseOfficer, Role.Referent)) throw new NotFound("cette préfecture");
        var held = await db.ReportSubscriptions.SingleOrDefaultAsync(s => s.Prefecture == request.Prefecture && s.AccountId == account, ct);
        if (request.Wanted && held is null) db.Add(new ReportSubscription { Prefecture = request.Prefecture, AccountId = account });
        else if (!request.Wanted && held is not null) db.Remove(held);
        await db.SaveChangesAsync(ct);
        return default;
    }
}
