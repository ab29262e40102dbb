using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadMailbox;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Anef.Tests.Integration.Partners;

public sealed class ReadingTheMailbox
{
    private readonly string _folder = Directory.CreateTempSubdirectory("anef-maildir-").FullName;

    [TearDown]
    public void Forget() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_mail_leaves_the_inbox_once_it_is_stored_and_is_acknowledged()
    {
        await using var office = await Open();
        await office.Person(1);
        Drop("1", office.Mail(Office.Line(1, "question")));
        await Read(office.House);
        await office.House.Drain();
        Assert.That((Lying("new"), Lying("cur")), Is.EqualTo((0, 1)));
        Assert.That(await office.Answers(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_mail_that_was_stored_by_a_host_that_then_died_is_no_second_batch()
    {
        await using var office = await Open();
        await office.Person(1);
        var mail = office.Mail(Office.Line(1, "question"));
        Drop("1", mail);
        await office.Take(mail); // stored, and still lying there
        await Read(office.House);
        await office.House.Drain();
        Assert.That((Lying("new"), await office.Look(db => db.Batches.CountAsync())), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Two_hosts_take_each_mail_once()
    {
        await using var office = await Open();
        for (var i = 1; i <= 20; i++) Drop($"{i}", office.Mail(Office.Line(i, "question")));
        await using var twin = office.House.Twin(b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Partners:Mailbox:Folder"] = _folder }));
        await Task.WhenAll(Read(office.House), Read(twin));
        await Read(office.House);
        Assert.That((Lying("new"), await office.Look(db => db.Mails.CountAsync())), Is.EqualTo((0, 20)));
    }

    [Test]
    public async Task While_another_host_reads_nobody_else_does()
    {
        await using var office = await Open();
        Drop("1", office.Mail(Office.Line(1, "question")));
        await office.Change(db => db.Add(new MailboxLease { Name = "incoming", Holder = Guid.CreateVersion7(), Until = office.House.Clock.GetUtcNow().AddMinutes(2) }));
        await Read(office.House);
        Assert.That(Lying("new"), Is.EqualTo(1));
        office.House.Clock.Advance(TimeSpan.FromMinutes(3));
        await Read(office.House);
        Assert.That(Lying("new"), Is.Zero, "the one that died has lost it");
    }

    [Test]
    public async Task What_nobody_can_trust_is_kept_apart_and_answered_to_nobody()
    {
        await using var office = await Open();
        var stranger = office.Mail(Office.Line(1, "question"));
        stranger.To.Clear();
        stranger.To.Add(MailboxAddress.Parse("partenaires+personne@anef.example"));
        Drop("1", stranger);
        await Read(office.House);
        await office.House.Drain();
        var mail = await office.Look(db => db.Mails.AsNoTracking().SingleAsync());
        Assert.That((mail.State, mail.Reason, Lying("new")), Is.EqualTo((MailState.Quarantined, "unknownToken", 0)));
        Assert.That(await office.Answers(), Is.Empty);
        Assert.That(System.Text.Encoding.UTF8.GetString(mail.Content), Does.Not.Contain("situations"), "what is kept is sealed");
    }

    [Test]
    public async Task A_mail_that_is_too_large_is_kept_apart_by_its_beginning()
    {
        await using var office = await Open(("Partners:MaxMailBytes", "100000"));
        var mail = office.Mail([.. Enumerable.Range(1, 5000).Select(i => Office.Line(i, "question"))]);
        Drop("1", mail);
        await Read(office.House);
        Assert.That((await office.Look(db => db.Mails.AsNoTracking().SingleAsync())).Reason, Is.EqualTo("tooLarge"));
    }

    private Task<Office> Open(params (string, string)[] settings) => Office.Open(configure: b => b.Configuration.AddInMemoryCollection(
        settings.Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2)).Append(new("Partners:Mailbox:Folder", _folder))));

    private static async Task Read(AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<ReadMailboxJob>().Run(default);
    }

    private void Drop(string name, MimeMessage mail) => System.IO.File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "new")).FullName, name), Office.BytesOf(mail));

    private int Lying(string place) => Directory.Exists(Path.Combine(_folder, place)) ? Directory.GetFiles(Path.Combine(_folder, place)).Length : 0;
}
