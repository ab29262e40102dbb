using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.PassDeadlines;

/// <summary>Every civil day: silence that becomes a refusal, withdrawals that take effect, files taken as accepted, documents soon due.</summary>
[Daily("applications.pass-deadlines", 1)]
internal sealed class PassDeadlinesJob(IServiceScopeFactory scopes, ILogger<PassDeadlinesJob> log) : IDailyJob
{
    public Task Run(CivilDay today, CancellationToken ct) => OneByOne.Run(scopes, log,
        (db, after, take) => ApplicationsQueries.DeadlinesAfter(db, today, after, take),
        (services, id) => Pass(services, id, today.Date, ct), ct);

    private static async Task Pass(IServiceProvider services, Guid id, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<ApplicationsDb>();
        var prefectures = services.GetRequiredService<PrefectureCatalog>();
        var (application, person) = await db.Application(id, ct);
        application.PassDeadlines(today, code => prefectures.Of(code).TimeZone, person, services.GetRequiredService<IProcedures>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
