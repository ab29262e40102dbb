using Anef.Applications.PassDeadlines;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.KeepFiles;

/// <summary>Every civil day: tells people what will be destroyed, and destroys what is at its end. Stopped anywhere, the next run goes on.</summary>
[Daily("applications.keep-files", 50)]
internal sealed class KeepFilesJob(IServiceScopeFactory scopes, ILogger<KeepFilesJob> log) : IDailyJob
{
    private static readonly string[] Steps = [Things.IdentityCopies, Things.Documents, Things.File];

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, retention, shredder) = (Get<ApplicationsDb>(scope), Get<IRetention>(scope), Get<Shredder>(scope));
        await shredder.Finish(ct);
        foreach (var rule in Steps.Select(thing => retention.Of(thing, today.Date)))
            await OneByOne.Run(scopes, log, (asked, after, take) => AtTheirEnd.Requests(asked, rule, today.Zone, today.Date, after, take),
                (services, id) => services.GetRequiredService<FileKeeper>().Keep(id, today, ct), ct);
        await shredder.Finish(ct);
        var messages = retention.Of(Things.Messages, today.Date);
        await db.DestroyAll(messages, today.Date, AtTheirEnd.Messages(db, messages, today.Zone, today.Date), ct);
        await db.DestroyAll(messages, today.Date, AtTheirEnd.Notes(db, messages, today.Zone, today.Date), ct);
        var readings = retention.Of(Things.Readings, today.Date);
        await db.DestroyAll(readings, today.Date, AtTheirEnd.Readings(db, readings, today.Date), ct);
    }

    private static T Get<T>(AsyncServiceScope scope) where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
