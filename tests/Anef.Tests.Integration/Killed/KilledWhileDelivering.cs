using Anef.Attestations.Contracts;
using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Killed;

/// <summary>A host killed while it delivers what the sweep told, and while it writes mails to files.</summary>
[CancelAfter(180_000)]
public sealed class KilledWhileDelivering(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int People = 120;

    [Test]
    public async Task Every_fact_is_taken_and_every_mail_is_there_once(CancellationToken ct)
    {
        await using var night = await Night.Prepare(Provider, People);
        var house = night.House;
        var before = await Messages(night);
        var first = await night.Start(ct);
        await Night.Until(async () => await house.Look(db => db.Deliveries.AnyAsync(ct)), ct);
        await Night.Until(async () => await house.Look(db => db.Deliveries.CountAsync(ct)) < People, ct);
        await first.Kill();
        Assert.That(await house.Look(db => db.Deliveries.CountAsync(ct)), Is.Positive, "it was killed in the middle");

        // The second is killed while mails leave.
        var second = await night.Start(ct);
        await Night.Until(async () => await Count(night, MessageState.Sent, ct) > before.Count, ct);
        await second.Kill();
        Assert.That(await Count(night, MessageState.Waiting, ct), Is.Positive, "it was killed in the middle");

        await night.Start(ct);
        await Night.Until(async () => await Leases.Pass(night, ct) == 0 && await house.Look(db => db.Deliveries.CountAsync(ct)) == 0, ct);
        await Night.Until(async () => await Leases.Pass(night, ct) == 0 && await Count(night, MessageState.Sent, ct) == before.Count + People, ct);
        await AssertOnce(night);
    }

    private static async Task AssertOnce(Night night)
    {
        var messages = await Messages(night);
        var told = messages.Where(m => m.Template == "attestationAvailable").ToList();
        Assert.That(told.Select(m => m.PersonId), Is.EquivalentTo(night.Applicants.Select(a => a.Person)), "one message for each person's document");
        Assert.That(messages.Select(m => m.State).Distinct(), Is.EqualTo(new[] { MessageState.Sent }));
        Assert.That(Directory.GetFiles(Path.Combine(night.House.Folder, "mail")).Select(Path.GetFileName), Is.EquivalentTo(messages.Select(m => $"{m.Id}.eml")), "one whole file for each");
        Assert.That(await night.House.Told<NotificationsDb, MessageSent>(), Has.Count.EqualTo(messages.Count), "told as sent once");
        Assert.That((await night.House.OfPeople()).Select(c => c.Single().ValidFrom).ToList(), Is.EqualTo(Enumerable.Repeat(night.NextFrom, People)));
        Assert.That((await night.House.Told<AttestationIssued>()).Select(a => a.Number), Is.Unique);
    }

    private static async Task<List<Message>> Messages(Night night)
    {
        await using var scope = night.House.Scope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().ToListAsync();
    }

    private static async Task<int> Count(Night night, MessageState state, CancellationToken ct)
    {
        await using var scope = night.House.Scope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.CountAsync(m => m.State == state, ct);
    }
}
