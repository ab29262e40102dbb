using Anef.Applications.Contracts;
using Anef.Applications.Persistence;
using Anef.Notifications.Persistence;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Delivery;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Outbox;

/// <summary>A fact about somebody whom nobody knows: one of its handlers fails each time that it is told.</summary>
[CancelAfter(120_000)]
public sealed class PoisonedFacts(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly Guid Nobody = Guid.Parse("0190a000-0000-7000-8000-0000000000ff");

    [Test]
    public async Task Hold_back_no_other()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var known = await house.RenewOne();
        await Poison(house, known.Person);

        await using var scope = house.Scope();
        var templates = await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.Where(m => m.PersonId == known.Person).Select(m => m.Template).ToListAsync();
        Assert.That(templates, Has.One.EqualTo("cardReady"));
        var left = await Left(house);
        Assert.That((left.Handler, left.Attempts, left.LastError), Is.EqualTo((typeof(TellOfDecision).FullName, 1, $"InvalidOperationException: nobody is known as {Nobody}")));
        Assert.That(house.Faults, Has.Some.Contains(nameof(CardReady)));
    }

    [Test]
    public async Task Are_tried_again_ever_more_seldom_and_at_last_shown_as_stuck()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await Poison(house, Nobody);
        var waits = new List<double>();
        for (var attempt = 1; attempt <= EventCourier.StuckAfter + 2; attempt++)
        {
            var left = await Left(house);
            Assert.That((left.Attempts, Stuck(house)), Is.EqualTo((attempt, attempt >= EventCourier.StuckAfter ? 1 : 0)));
            waits.Add((left.DueAt - house.Clock.GetUtcNow()).TotalSeconds);
            house.Clock.SetUtcNow(left.DueAt.AddSeconds(-1));
            await house.Drain();
            Assert.That((await Left(house)).Attempts, Is.EqualTo(attempt), "not before its time");
            house.Clock.SetUtcNow(left.DueAt);
            await house.Drain();
        }

        Assert.That(waits, Is.EqualTo(new double[] { 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600, 3600 }));
    }

    [Test]
    public async Task Whose_handler_is_gone_wait_until_it_is_back()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var known = await house.RenewOne();
        await Publish(house, known.Person);
        await Rename(house, typeof(TellOfDecision).FullName!, "Gone.Handler");
        house.ToleratesFaults = true;
        await house.Drain();
        Assert.That((await Left(house)).LastError, Is.EqualTo("InvalidOperationException: no loaded module has the handler Gone.Handler"));

        await Rename(house, "Gone.Handler", typeof(TellOfDecision).FullName!);
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await house.Drain();
        await using var scope = house.Scope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.CountAsync(m => m.Template == "cardReady"), Is.EqualTo(1));
    }

    /// <summary>The poison first, then a fact about somebody else, and all is carried that can be.</summary>
    private static async Task Poison(AnefHouse house, Guid other)
    {
        await Publish(house, other == Nobody ? [Nobody] : [Nobody, other]);
        house.ToleratesFaults = true;
        await house.Drain();
    }

    private static async Task Publish(AnefHouse house, params Guid[] people)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
        foreach (var person in people) db.Publish(new CardReady(person, Guid.CreateVersion7(), new(2026, 3, 2)));
        await db.SaveChangesAsync();
    }

    private static async Task<OutboxDelivery> Left(AnefHouse house)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Deliveries.AsNoTracking().SingleAsync();
    }

    private static async Task Rename(AnefHouse house, string from, string to)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Database.ExecuteSqlAsync($"""UPDATE applications_deliveries SET "Handler" = {to} WHERE "Handler" = {from}""");
    }

    private static double Stuck(AnefHouse house) => Reading.Of(house.Services.GetRequiredService<OutboxMetrics>().Meter, "anef_outbox_stuck")[nameof(ApplicationsDb)];
}
