using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Host.Information;

/// <summary>The register of destruction of every module: what kind, how many, by which rule, when. Nothing of whose it was.</summary>
[MayUse(Role.Operator, Role.Ministry)]
internal sealed class DestructionsPage(IServiceProvider services, ModuleDbCatalog modules) : PageModel
{
    private const int Most = 300;

    public IReadOnlyList<(string Module, Destruction Line)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = new List<(string, Destruction)>();
        foreach (var module in modules.All)
        {
            var db = (ModuleDb)services.GetRequiredService(module);
            all.AddRange((await db.Set<Destruction>().AsNoTracking().OrderByDescending(d => d.On).Take(Most).ToListAsync(ct)).Select(line => (db.Module, line)));
        }
        Lines = [.. all.OrderByDescending(l => l.Item2.On).ThenBy(l => l.Item2.Thing, StringComparer.Ordinal).Take(Most)];
    }
}
