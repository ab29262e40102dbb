using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.PassDeadlines;

/// <summary>Daily work found page by page and done one by one, each in its own transaction: one that fails holds back no other.</summary>
internal static class OneByOne
{
    private const int Page = 200;

    public static async Task Run(IServiceScopeFactory scopes, ILogger log, Func<ApplicationsDb, Guid, int, IQueryable<Guid>> due, Func<IServiceProvider, Guid, Task> work, CancellationToken ct)
    {
        var after = Guid.Empty;
        while (true)
        {
            List<Guid> page;
            await using (var scope = scopes.CreateAsyncScope())
                page = await due(scope.ServiceProvider.GetRequiredService<ApplicationsDb>(), after, Page).ToListAsync(ct);
            foreach (var id in page) await Try(scopes, log, work, id);
            if (page.Count < Page) return;
            after = page[^1];
        }
    }

    private static async Task Try(IServiceScopeFactory scopes, ILogger log, Func<IServiceProvider, Guid, Task> work, Guid id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, id);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The daily work on {Id} failed; the next run tries again", id);
        }
    }
}
