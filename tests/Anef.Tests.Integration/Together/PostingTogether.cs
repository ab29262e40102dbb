using Anef.Attestations.Contracts;
using Anef.Attestations.Persistence;
using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Integration.Post;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Together;

/// <summary>Two hosts on one database, each with facts to deliver and mails to send.</summary>
[CancelAfter(120_000)]
public sealed class PostingTogether(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int People = 120;

    [Test]
    public async Task Each_fact_shows_once_and_each_mail_leaves_once(CancellationToken ct)
    {
        await using var letterbox = new Letterbox();
        await using var house = await Build(configure: letterbox.ConfigureHouse);
        await using var twin = house.Twin(letterbox.ConfigureHouse);
        var applicants = await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.DueOn);
        await SweepingTogether.Sweep(house);
        (house.ToleratesFaults, twin.ToleratesFaults) = (true, true);
        await AtOnce.Do(ct, house.Drain, twin.Drain);
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.Drain();

        var messages = await Messages(house);
        Assert.That(messages.Where(m => m.Template == "attestationAvailable").Select(m => m.PersonId), Is.EquivalentTo(applicants.Select(a => a.Person)));
        Assert.That(messages.Select(m => m.State).Distinct(), Is.EqualTo(new[] { MessageState.Sent }));
        Assert.That(letterbox.Taken.Select(m => m.MessageId), Is.EquivalentTo(messages.Select(m => m.MessageId("@seine-saint-denis.prefecture.example"))), "each mail was handed over once");
        Assert.That((await house.Told<NotificationsDb, MessageSent>()).Count, Is.EqualTo(messages.Count), "each is told as sent once");
        Assert.That(await house.Look(db => db.Deliveries.CountAsync(ct)), Is.Zero);
        Assert.That((await house.Told<AttestationsDb, AttestationIssued>()).Select(a => a.Number), Is.Unique);
    }

    private static async Task<List<Message>> Messages(AnefHouse house)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().ToListAsync();
    }
}
