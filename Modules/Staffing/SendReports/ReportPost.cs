using Anef.Accounts.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.ReportWorkload;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Staffing.SendReports;

/// <summary>Hands reports over to the post, each in the save that notes it. What fails is tried again later and stands on the page of sendings.</summary>
internal sealed class ReportPost(StaffingDb db, IAccounts accounts, PrefectureCatalog prefectures, IUseCase<Report.Request, WorkloadReport> report, TimeProvider clock, ILogger<ReportPost> log)
{
    private const int AtOnce = 200;
    private readonly Dictionary<(string, DateOnly, string?), WorkloadReport> _reports = [];
    private readonly Dictionary<string, IReadOnlyList<AccountFacts>> _agents = [];

    public async Task Send(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.ReportSendings.AsNoTracking().Where(s => s.State == SendingState.Waiting && s.TryAt <= now).OrderBy(s => s.TryAt).ThenBy(s => s.Id).Select(s => s.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var id in due) await Send(id, now, ct);
    }

    private async Task Send(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var sending = await db.ReportSendings.SingleAsync(s => s.Id == id, ct);
            if (sending.State == SendingState.Waiting) await Hand(sending, now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host has it.
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "report {Sending} was not sent", id);
            db.ChangeTracker.Clear();
            (await db.ReportSendings.SingleAsync(s => s.Id == id, ct)).Failed($"Le rapport n'a pas pu être fait : {fault.Message}", now);
            await db.SaveChangesAsync(ct);
        }
        db.ChangeTracker.Clear();
    }

    private async Task Hand(ReportSending sending, DateTimeOffset now, CancellationToken ct)
    {
        var agent = (await AgentsOf(sending.Prefecture, ct)).FirstOrDefault(a => a.AccountId == sending.AccountId);
        if (agent is null) sending.Drop("Cet agent ne travaille plus pour la préfecture.");
        else if (agent.Email is null) sending.Failed("Cet agent n'a pas d'adresse de courriel : ajoutez-la à son compte.", now);
        else
        {
            db.Publish(ReportMailWords.Write(sending.Id, await ReportOf(sending, ct), prefectures.Of(sending.Prefecture), agent.Name, agent.Email));
            sending.Handed(now);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task<WorkloadReport> ReportOf(ReportSending sending, CancellationToken ct)
    {
        var key = (sending.Prefecture, sending.To, sending.Team);
        return _reports.TryGetValue(key, out var made) ? made : _reports[key] = Discretion.VeilRestricted(await report.Handle(new(sending.Prefecture, sending.From, sending.To, Team: sending.Team), ct));
    }

    private async Task<IReadOnlyList<AccountFacts>> AgentsOf(string prefecture, CancellationToken ct) =>
        _agents.TryGetValue(prefecture, out var known) ? known : _agents[prefecture] = await accounts.Agents(prefecture, [Role.TeamManager, Role.CaseOfficer, Role.Referent], ct);
}
