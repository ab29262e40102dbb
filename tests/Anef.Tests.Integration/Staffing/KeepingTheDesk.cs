using System.Text.Json;
using Anef.Applications.Access;
using Anef.Applications.NoteOnFile;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Staffing;

/// <summary>Who worked and who was received, as the log of openings tells it.</summary>
[CancelAfter(120_000)]
public sealed class KeepingTheDesk(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly Visitor Officer = TestAccess.Agent(Role.CaseOfficer, "93"), Desk = TestAccess.Agent(Role.ContactCentre), Welcome = TestAccess.Agent(Role.WelcomePoint, "93");
    private Visitor _me = Officer;

    [Test]
    public async Task What_is_kept_by_events_is_what_is_made_anew()
    {
        await using var house = await Build(configure: builder =>
        {
            Applicants.WithoutPost(builder);
            builder.Services.AddScoped(_ => _me);
        });
        var (one, two) = (await house.RenewOne(), await house.Renew(Applicants.Person("SECOND")));
        await Open(house, Officer, one, Sight.Everything);
        await Open(house, Officer, two, Sight.Everything);
        await Open(house, Desk, one, Sight.Status);
        await Open(house, Desk, one, Sight.Status);
        await Open(house, Welcome, two, Sight.Status);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Open(house, Officer, one, Sight.Everything);
        // An officer is called; somebody at the welcome point answers a letter.
        await Note(house, Officer, one, "phone");
        await Open(house, Welcome, two, Sight.Status);
        await Note(house, Welcome, two, "mail");
        await Open(house, Officer, two, Sight.Everything);
        await Note(house, Officer, two, "note");
        await house.Drain();

        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime).DayNumber;
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
        Assert.That(await db.Presences.OrderBy(p => p.Day).Select(p => new { p.AccountId, p.Day, p.Prefecture }).ToListAsync(),
            Is.EqualTo(new[] { new { AccountId = Officer.AccountId!.Value, Day = today - 1, Prefecture = "93" }, new { AccountId = Officer.AccountId!.Value, Day = today, Prefecture = "93" } }), "who answers or receives is no officer");
        Assert.That((await db.Contacts.ToListAsync()).Select(c => (c.AccountId, c.Day - today, c.PersonId, c.Channel)), Is.EquivalentTo(new[]
        {
            (Desk.AccountId!.Value, -1, one.Person, "phone"), (Welcome.AccountId!.Value, -1, two.Person, "counter"), (Officer.AccountId!.Value, 0, one.Person, "phone"), (Welcome.AccountId!.Value, 0, two.Person, "mail"),
        }));

        var byEvents = await Rows(db);
        await db.Presences.ExecuteDeleteAsync();
        await db.Contacts.ExecuteDeleteAsync();
        await scope.ServiceProvider.GetRequiredService<RebuildWorkload>().Run(_ => { }, default);
        Assert.That(await Rows(db), Is.EqualTo(byEvents));
    }

    private static async Task Open(AnefHouse house, Visitor by, Applicant whose, Sight sight)
    {
        await using var scope = house.Scope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<FileDoor>().TryOpen(by, whose.Application, sight, "file", default));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task Note(AnefHouse house, Visitor by, Applicant whose, string kind)
    {
        _me = by;
        await house.Ask<NoteOnFile.Request, Done>(new(whose.Application, "Explique où en est la demande.", kind));
    }

    private static async Task<string> Rows(StaffingDb db) => JsonSerializer.Serialize(new
    {
        Presences = await db.Presences.AsNoTracking().OrderBy(p => p.AccountId).ThenBy(p => p.Day).ToListAsync(),
        Contacts = await db.Contacts.AsNoTracking().OrderBy(c => c.AccountId).ThenBy(c => c.Day).ThenBy(c => c.PersonId).ToListAsync(),
    });
}
