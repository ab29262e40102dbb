using System.Collections.Concurrent;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Post;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Killed;

/// <summary>A host killed between handing a mail to a server and hearing that it was taken: nobody can know, so nothing is sent again by itself.</summary>
[CancelAfter(120_000)]
public sealed class KilledWhileMailing(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int People = 40;
    private const int HandedOver = 10;

    [Test]
    public async Task No_mail_leaves_twice_and_the_doubtful_one_waits_for_an_operator(CancellationToken ct)
    {
        await using var letterbox = new Letterbox();
        await using var night = await Night.Prepare(Provider, People);
        var before = (await Messages(night)).Count;
        var unanswered = new ConcurrentQueue<string>();
        letterbox.BeforeAnswer = async (mail, closed) =>
        {
            if (letterbox.Taken.Count < HandedOver) return;
            unanswered.Enqueue(mail.MessageId!);
            await Task.Delay(Timeout.Infinite, closed);
        };
        var first = await night.Start(ct, letterbox.Settings);
        await Night.Until(() => Task.FromResult(!unanswered.IsEmpty), ct);
        await first.Kill();
        letterbox.BeforeAnswer = (_, _) => Task.CompletedTask;

        await night.Start(ct, letterbox.Settings);
        await Night.Until(async () => await Leases.Pass(night, ct) == 0 && (await Messages(night)).Count(m => m.State is MessageState.Sent or MessageState.Stuck) == before + People, ct);
        var messages = (await Messages(night)).ToLookup(m => m.State, m => $"{m.Id:N}@seine-saint-denis.prefecture.example");
        Assert.That(letterbox.Taken.Select(m => m.MessageId), Is.Unique);
        Assert.That(letterbox.Taken.Select(m => m.MessageId).Except(messages[MessageState.Sent]), Is.SubsetOf(messages[MessageState.Stuck]));
        Assert.That(letterbox.Taken.Select(m => m.MessageId).Intersect(messages[MessageState.Sent]).Count(), Is.EqualTo(messages[MessageState.Sent].Count() - before), "what counts as sent left");
        Assert.That(unanswered, Is.SubsetOf(messages[MessageState.Stuck]));
        // The pumps and the catch-up of a start may each have had one in hand.
        Assert.That(messages[MessageState.Stuck].Count(), Is.InRange(1, 2));
        Assert.That((await Messages(night)).Where(m => m.State == MessageState.Stuck).Select(m => m.LastError), Is.All.EqualTo(Message.Interrupted));
        Assert.That((await Messages(night)).Where(m => m.Template == "attestationAvailable").Select(m => m.PersonId), Is.EquivalentTo(night.Applicants.Select(a => a.Person)));
    }

    private static async Task<List<Message>> Messages(Night night)
    {
        await using var scope = night.House.Scope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().ToListAsync();
    }
}
