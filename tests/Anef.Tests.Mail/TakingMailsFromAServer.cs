using System.Collections.Concurrent;
using System.Text;
using Anef.PartnerOrganisations;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Anef.PartnerOrganisations.ReadMailbox;
using Anef.PartnerOrganisations.Settings;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Mail.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Take = Anef.PartnerOrganisations.TakeMail.TakeMail;

namespace Anef.Tests.Mail;

/// <summary>Dovecot over IMAP with STARTTLS; the mails come through a server that asks for a password.</summary>
[CancelAfter(60_000)]
internal sealed class TakingMailsFromAServer
{
    private static MailServer Server => ForAllTests.Server;

    [Test]
    public async Task A_mail_leaves_the_inbox_once_it_was_taken_and_arrives_byte_for_byte(CancellationToken ct)
    {
        var inbox = Server.Inbox("taken@anef.example");
        await Server.Deliver(Mail("un"), inbox.User!);
        await Server.Deliver(Mail("deux"), inbox.User!);
        var taken = await Read(inbox, ct);
        Assert.That(taken.Select(t => MimeMessage.Load(new MemoryStream(t.Content), ct).Subject), Is.EquivalentTo(new[] { "un", "deux" }));
        Assert.That(Encoding.UTF8.GetString(taken[0].Content), Does.Contain("\r\n\r\nBonjour"), "as it came");
        Assert.That(await Server.Mailbox(inbox.User!), Is.Empty);
        Assert.That(await Read(inbox, ct), Is.Empty);
    }

    [Test]
    public async Task A_mail_that_could_not_be_stored_stays_and_holds_back_no_other(CancellationToken ct)
    {
        var inbox = Server.Inbox("stays@anef.example");
        await Server.Deliver(Mail("mauvais"), inbox.User!);
        await Server.Deliver(Mail("bon"), inbox.User!);
        await Read(inbox, ct, mail => { if (Encoding.UTF8.GetString(mail.Content).Contains("mauvais", StringComparison.Ordinal)) throw new InvalidOperationException("the database is not there"); });
        Assert.That((await Server.Mailbox(inbox.User!)).Select(m => m.Subject), Is.EqualTo(new[] { "mauvais" }));
        Assert.That(await Read(inbox, ct), Has.Count.EqualTo(1), "the next turn tries again");
    }

    [Test]
    public async Task Of_a_mail_that_is_too_large_only_the_headers_are_fetched(CancellationToken ct)
    {
        var inbox = Server.Inbox("large@anef.example");
        var mail = Mail("grand");
        mail.Body = new TextPart("plain") { Text = string.Concat(Enumerable.Repeat("Bonjour, encore et encore.\r\n", 8000)) };
        await Server.Deliver(mail, inbox.User!);
        var taken = (await Read(inbox, ct, most: 50_000)).Single();
        Assert.That((taken.Whole, taken.Content.Length), Is.EqualTo((false, taken.Content.Length)));
        Assert.That(taken.Content, Has.Length.LessThan(5_000));
    }

    [Test]
    public async Task A_server_that_nobody_vouches_for_is_not_spoken_to(CancellationToken ct)
    {
        var inbox = Server.Inbox("stranger@anef.example");
        inbox.CaFile = null;
        Assert.That(async () => await Read(inbox, ct), Throws.InstanceOf<MailKit.Security.SslHandshakeException>());
        Assert.That(await Server.Mailbox(inbox.User!), Is.Empty);
    }

    [Test]
    public async Task The_server_says_at_once_that_a_mail_has_arrived(CancellationToken ct)
    {
        var inbox = Server.Inbox("idle@anef.example");
        await using var room = new Room(inbox);
        var watch = new MailboxWatch(inbox, new ImapDoor(inbox), room.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<MailboxWatch>.Instance);
        await watch.StartAsync(ct);
        await Server.Deliver(Mail("premier"), inbox.User!);
        Assert.That(await room.Next(ct), Is.EqualTo("premier"));
        await Server.Deliver(Mail("second"), inbox.User!);
        Assert.That(await room.Next(ct), Is.EqualTo("second"));
        await watch.StopAsync(ct);
    }

    [Test]
    public async Task A_mail_that_swaks_wrote_and_gave_in_with_a_password_is_read_line_by_line(CancellationToken ct)
    {
        if (MailServer.MissingWriter is { } program) Assert.Ignore($"{program} is not installed: no other program to write mails with");
        var inbox = Server.Inbox("swaks@anef.example");
        var table = Path.Combine(Directory.CreateTempSubdirectory("anef-swaks-").FullName, "situations.csv");
        await File.WriteAllTextAsync(table, "ligne;type;nom;prenoms;naissance;numero_etranger\n1;attestation;Diallo;Awa;03/02/1994;9912345678\n2;question;Désiré;Ali;01/12/1990;9912345679\n", ct);
        string[] written = ["--header", "Subject: [ASSO] 2 situations", "--body", "Bonjour, voici notre tableau.", "--attach-type", "text/csv", "--attach-name", "situations.csv", "--attach", $"@{table}"];
        Assert.That(Server.Compose(inbox.User!, "another", written), Is.False, "a wrong password opens nothing");
        Assert.That(Server.Compose(inbox.User!, "secret", written), Is.True);
        var taken = (await Read(inbox, ct)).Single();
        var reading = MailReader.Read(RawMail.Open(taken.Content));
        Assert.That(reading.Lines.Select(l => (l.Number, l.Kind, l.Surname, l.ForeignerNumber)), Is.EqualTo(new[] { (1, "attestation", "Diallo", "9912345678"), (2, "question", "Désiré", "9912345679") }));
    }

    private static async Task<List<ArrivedMail>> Read(MailboxOptions inbox, CancellationToken ct, Action<ArrivedMail>? take = null, int most = 25_000_000)
    {
        var taken = new List<ArrivedMail>();
        await new ImapMailbox(inbox, new PartnerOptions { MaxMailBytes = most }, new ImapDoor(inbox), NullLogger<ImapMailbox>.Instance).Read((mail, _) =>
        {
            take?.Invoke(mail);
            taken.Add(mail);
            return Task.CompletedTask;
        }, ct);
        return taken;
    }

    private static MimeMessage Mail(string subject)
    {
        var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = "Bonjour" } };
        mail.From.Add(MailboxAddress.Parse("sociale@asso-exemple.org"));
        mail.To.Add(MailboxAddress.Parse("partenaires+asso-exemple@anef.example"));
        return mail;
    }

    /// <summary>The job of the mailbox over a database file of its own; what it takes is looked at here.</summary>
    private sealed class Room : IAsyncDisposable, IUseCase<Take.Request, Take.Taken>
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("anef-inbox-").FullName;
        private readonly BlockingCollection<string> _subjects = [];

        public Room(MailboxOptions inbox)
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "anef.db")};Pooling=False" }).Build();
            Services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(TimeProvider.System).AddSingleton<IConfiguration>(configuration)
                .AddSingleton(new EventCatalog([typeof(PartnerOrganisationsModule).Assembly])).AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>()
                .AddModuleDb<PartnerOrganisationsDb>(configuration)
                .AddSingleton<IMailbox>(new ImapMailbox(inbox, new PartnerOptions(), new ImapDoor(inbox), NullLogger<ImapMailbox>.Instance))
                .AddScoped<MailboxLeases>().AddScoped<ReadMailboxJob>().AddSingleton<IUseCase<Take.Request, Take.Taken>>(this)
                .BuildServiceProvider();
            using var scope = Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>().Database.EnsureCreated();
        }

        public ServiceProvider Services { get; }

        public Task<Take.Taken> Handle(Take.Request request, CancellationToken ct)
        {
            using var content = new MemoryStream(request.Content);
            _subjects.Add(MimeMessage.Load(content, ct).Subject!, ct);
            return Task.FromResult(new Take.Taken(Guid.CreateVersion7(), null, false, null));
        }

        public Task<string> Next(CancellationToken ct) => Task.Run(() => _subjects.Take(ct), ct);

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            _subjects.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
