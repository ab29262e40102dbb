using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Outside;
using Anef.Tests.Integration.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Killed;

/// <summary>A host that is a process of its own, killed in the middle of a batch, then while the acknowledgement leaves; and another started in its place.</summary>
[CancelAfter(240_000)]
public sealed class KilledWhileSettling(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int Lines = 1_500;

    [Test]
    public async Task Every_line_is_there_once_and_one_acknowledgement(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("anef-incoming-").FullName;
        await using var office = await Office.Open(Provider, real: true);
        for (var number = 1; number <= 20; number++) await office.Person(number);
        await office.House.Drain();
        // Twenty of them ask seventy-five things each.
        var mail = office.Mail([.. Enumerable.Range(0, Lines).Select(i => Office.Line((i % 20) + 1, "question", $";93;;question {i}"))]);
        var arrived = Directory.CreateDirectory(Path.Combine(folder, "new")).FullName;
        await System.IO.File.WriteAllBytesAsync(Path.Combine(arrived, "1"), Office.BytesOf(mail), ct);

        await using var first = await Start();
        await Night.Until(async () => await Stored() > 0, ct);
        await first.Kill();
        var left = await Stored();
        TestContext.Out.WriteLine($"killed after {left} of {Lines}");
        Assert.That(left, Is.LessThan(Lines), "it was killed in the middle");
        await Forget();

        // The second is killed while the acknowledgement is on its way.
        await using var second = await Start();
        await Night.Until(async () => await Look(db => db.Batches.AnyAsync(b => b.State == BatchState.Done, ct)), ct);
        await second.Kill();
        await Forget();

        await using var third = await Start();
        await Night.Until(async () => await Acknowledged() is [{ State: MessageState.Sent }], ct);
        Assert.That(await Look(db => db.Lines.Select(l => l.Number).ToListAsync(ct)), Is.EquivalentTo(Enumerable.Range(1, Lines)));
        Assert.That(await Look(db => db.Cases.CountAsync(ct)), Is.EqualTo(Lines));
        Assert.That(await Look(db => db.Batches.Select(b => b.Settled).SingleAsync(ct)), Is.EqualTo(Lines));
        Assert.That((await Acknowledged()).Count, Is.EqualTo(1));
        Directory.Delete(folder, recursive: true);

        async Task<HostProcess> Start()
        {
            var (host, _) = await HostProcess.Serve(office.House.Folder, new Dictionary<string, string?>
            {
                ["Database:Provider"] = office.House.Database.Provider.ToString(), ["Database:ConnectionString"] = office.House.Database.ConnectionString,
                ["Mail:OutgoingFolder"] = Path.Combine(office.House.Folder, "mail"), ["Partners:Mailbox:Folder"] = folder, ["Partners:TrustedReceivers:0"] = "mx.anef.example",
            }, ct);
            return host;
        }

        Task<int> Stored() => Look(db => db.Lines.CountAsync(ct));
        Task<T> Look<T>(Func<PartnerOrganisationsDb, Task<T>> look) => office.Look(look);

        async Task<List<Message>> Acknowledged()
        {
            await using var scope = office.House.Scope();
            return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().Where(m => m.Envelope != null).ToListAsync(ct);
        }

        // What the dead host had in hand is taken up some minutes later: here at once.
        async Task Forget()
        {
            var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
            await using var scope = office.House.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>();
            await db.Batches.ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, past), ct);
            await db.Set<PartnerOrganisations.ReadMailbox.MailboxLease>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, past), ct);
            await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, past), ct);
            await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.Where(m => m.State == MessageState.Sending).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, past), ct);
        }
    }
}
