using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Demonstrate;

/// <summary>Accounts by name, for whoever tries the program out.</summary>
internal sealed class ListDemonstration(AccountsDb db) : IUseCase<ListDemonstration.Request, IReadOnlyList<ListDemonstration.Somebody>>
{
    private const int Most = 200;

    public sealed record Request(string? Name);

    public sealed record Somebody(Guid Id, string Name, IReadOnlyList<RoleGrant> Grants)
    {
        public bool IsAgent => Grants.Any(g => g.Role != Role.Applicant);
    }

    public async Task<IReadOnlyList<Somebody>> Handle(Request request, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => !a.Closed && (request.Name == null || a.Name.Contains(request.Name))).OrderBy(a => a.Name).Take(Most).ToListAsync(ct);
        return [.. accounts.Select(a => new Somebody(a.Id, a.Name, a.Grants))];
    }
}
