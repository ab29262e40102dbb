using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.LeadTeam;

/// <summary>The agents of one prefecture or, for the ministry, those of the whole country.</summary>
internal sealed class ListTeam(AccountsDb db, TeamRights rights) : IUseCase<ListTeam.Request, IReadOnlyList<ListTeam.Agent>>
{
    private const int Most = 500;

    /// <param name="Prefecture">Null: those who serve the whole country.</param>
    public sealed record Request(string? Prefecture);

    /// <param name="Grants">Only those that the reader may see.</param>
    public sealed record Agent(Guid Id, string Name, string? Email, IReadOnlyList<RoleGrant> Grants, DateTimeOffset? LastSignIn);

    public async Task<IReadOnlyList<Agent>> Handle(Request request, CancellationToken ct)
    {
        if (!rights.MaySee(request.Prefecture)) return [];
        var there = request.Prefecture is { } code ? $"@{code}\"" : null;
        var agents = await db.Accounts.AsNoTracking()
            .Where(a => !a.Closed && (there != null ? a.GrantList.Contains(there) : a.GrantList.Contains("\"ContactCentre\"") || a.GrantList.Contains("\"Ministry\"") || a.GrantList.Contains("\"Operator\"")))
            .OrderBy(a => a.Name).Take(Most).ToListAsync(ct);
        var ids = agents.ConvertAll(a => a.Id);
        var last = await db.Journal.Where(l => ids.Contains(l.AccountId) && l.What == Domain.JournalKind.SignedIn)
            .GroupBy(l => l.AccountId).Select(g => new { g.Key, At = g.Max(l => l.At) }).ToDictionaryAsync(l => l.Key, l => l.At, ct);
        return [.. agents.Select(a => new Agent(a.Id, a.Name, a.Email, [.. a.Grants.Where(g => rights.MaySee(g.Prefecture))], last.TryGetValue(a.Id, out var at) ? at : null))];
    }
}
