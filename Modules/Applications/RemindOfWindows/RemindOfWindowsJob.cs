using Anef.Applications.Domain;
using Anef.Applications.PassDeadlines;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.RemindOfWindows;

/// <summary>Every civil day: tells people that their filing window opens, closes, or is over, while nothing is filed.</summary>
[Daily("applications.remind-of-windows", 20)]
internal sealed class RemindOfWindowsJob(IServiceScopeFactory scopes, ILogger<RemindOfWindowsJob> log) : IDailyJob
{
    public Task Run(CivilDay today, CancellationToken ct) => OneByOne.Run(scopes, log,
        (db, after, take) => ApplicationsQueries.RemindersAfter(db, today, after, take),
        (services, id) => Remind(services, id, today.Date, ct), ct);

    private static async Task Remind(IServiceProvider services, Guid id, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<ApplicationsDb>();
        var law = services.GetRequiredService<IProcedures>();
        var person = await db.Person(id, ct);
        var all = await db.Applications.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(ct);
        var days = services.GetRequiredService<PrefectureCatalog>().Find(person.Prefecture)?.ReminderDays ?? [];
        var ladder = Rung.Ladder(person.Held, all.Where(a => a is { IsDraft: true, Ending: null }), person.Prefecture, days, law, today);
        var filed = person.Held is { } held && all.Any(a => a.FiledOn >= Rung.AnsweredSince(held, ladder) && a.Ending is null && Kinds.AsksForPermit(a.Kind, a.Title));
        person.Remind(ladder, filed, today);
        await db.SaveChangesAsync(ct);
    }
}
