using Anef.Notifications.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ScheduleReports;

/// <summary>When reports leave, and what became of the last ones: all of a prefecture for its managers, their own for the others.</summary>
internal sealed class ListSendings(StaffingDb db, INotifications post) : IUseCase<ListSendings.Request, ListSendings.Sendings>
{
    private const int Most = 100;

    public sealed record Request(Visitor Visitor, string Prefecture);

    /// <param name="Subscribed">The visitor asked for the report.</param>
    public sealed record Sendings(ReportSchedule Schedule, bool Subscribed, IReadOnlyList<Line> Lines);

    /// <param name="Fault">Why it has not left; null when nothing is wrong.</param>
    public sealed record Line(DateOnly From, DateOnly To, string Name, string? Team, DateTimeOffset? SentAt, bool Waiting, string? Fault);

    public async Task<Sendings> Handle(Request request, CancellationToken ct)
    {
        var visitor = request.Visitor;
        if (!visitor.Serves(request.Prefecture, Role.TeamManager, Role.CaseOfficer, Role.Referent)) throw new NotFound("cette préfecture");
        var (leads, account) = (visitor.Serves(request.Prefecture, Role.TeamManager), visitor.AccountId);
        var rows = await db.ReportSendings.AsNoTracking().Where(s => s.Prefecture == request.Prefecture && (leads || s.AccountId == account))
            .OrderByDescending(s => s.To).ThenBy(s => s.Name).ThenBy(s => s.Id).Take(Most).ToListAsync(ct);
        var fates = await post.FatesOf([.. rows.Where(r => r.State == SendingState.Handed).Select(r => r.Id)], ct);
        return new(await db.ReportSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.Prefecture == request.Prefecture, ct) ?? new() { Prefecture = request.Prefecture },
            account is not null && await db.ReportSubscriptions.AnyAsync(s => s.Prefecture == request.Prefecture && s.AccountId == account, ct),
            [.. rows.Select(r => Of(r, fates.GetValueOrDefault(r.Id)))]);
    }

    private static Line Of(ReportSending r, MailFate? fate) => r.State == SendingState.Handed
        ? new(r.From, r.To, r.Name, r.Team, fate?.SentAt, fate?.SentAt is null && fate?.Stuck != true, fate?.Fault)
        : new(r.From, r.To, r.Name, r.Team, null, r.State == SendingState.Waiting, r.Fault);
}
