using Anef.Applications.RegisterPerson;
using Anef.Notifications.Persistence;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.TakeMail;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using File = System.IO.File;

namespace Anef.Tests.Integration.Partners;

/// <summary>An organisation, the people who let it act, and the mails that it sends; each number of a person is made of theirs here.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Sender = "sociale@asso-exemple.org";
    private int _mails;

    private Office(AnefHouse house) => House = house;

    public AnefHouse House { get; }

    private DateOnly Today => DateOnly.FromDateTime(House.Clock.GetUtcNow().UtcDateTime);

    public Organisation Organisation { get; private set; } = null!;

    /// <param name="real">By the real clock: for hosts that are processes of their own.</param>
    public static async Task<Office> Open(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<HostApplicationBuilder>? configure = null, bool real = false)
    {
        var office = new Office(await AnefHouse.Build(provider, real ? TimeProvider.System.GetUtcNow() : null, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Partners:TrustedReceivers:0"] = "mx.anef.example" });
            configure?.Invoke(builder);
        }));
        var organisation = new Organisation { Name = "Asso Exemple", AgreedFrom = office.Today.AddDays(-60), AgreedUntil = office.Today.AddDays(300) };
        organisation.GiveToken("asso-exemple");
        organisation.Register([Sender, "@asso-exemple.org"]);
        office.Organisation = organisation;
        await office.Change(db => db.Add(organisation));
        return office;
    }

    /// <summary>A person, with a mandate unless said otherwise, who holds a card to the end of May 2026.</summary>
    public async Task<Guid> Person(int number, bool mandate = true, string prefecture = "93", bool safe = false, string[]? procedures = null)
    {
        var id = await House.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = $"Nom{number}", FirstNames = "Awa", Born = new(1994, 2, 3), Prefecture = prefecture, ForeignerNumber = NumberOf(number), Email = $"p{number}@example.org", SafeContact = safe,
            Held = new("CJF", "L423-1", new(2025, 6, 1), new(2026, 5, 31), Work: true),
        });
        if (mandate) await Mandate(id, procedures ?? []);
        return id;
    }

    public Task Mandate(Guid person, string[] procedures, DateOnly? until = null)
    {
        var mandate = new Mandate { OrganisationId = Organisation.Id, PersonId = person, Procedures = procedures, Proof = MandateProof.CounterStatement, ProposedAt = House.Clock.GetUtcNow(), Until = until ?? Today.AddDays(200) };
        mandate.Validate("agent", House.Clock.GetUtcNow());
        return Change(db => db.Add(mandate));
    }

    public static string NumberOf(int number) => $"99{number:00000000}";

    /// <summary>A line of a table about one of them.</summary>
    public static string Line(int person, string kind, string more = "") => $"{kind};Nom{person};Awa;03/02/1994;{NumberOf(person)};;{more}";

    /// <summary>A mail with a table, as one would write it.</summary>
    public MimeMessage Mail(params string[] lines)
    {
        var mail = new MimeMessage { Subject = "[ASSO-0412] situations", MessageId = $"m{++_mails}@asso-exemple.org" };
        mail.From.Add(MailboxAddress.Parse(Sender));
        mail.Headers.Insert(0, "Authentication-Results", "mx.anef.example; dkim=pass header.d=asso-exemple.org");
        mail.To.Add(MailboxAddress.Parse("partenaires+asso-exemple@anef.example"));
        var table = $"type;nom;prenoms;naissance;numero_etranger;numero_demande;procedure;departement;consigne;texte;pieces\r\n{string.Join("\r\n", lines)}\r\n";
        mail.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "Bonjour, voici nos situations." },
            new TextPart("csv") { Text = table, ContentDisposition = new(ContentDisposition.Attachment) { FileName = "tableau.csv" } },
        };
        return mail;
    }

    public static byte[] BytesOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Takes it as the mailbox does; nothing is settled yet.</summary>
    public Task<TakeMail.Taken> Take(MimeMessage mail) => House.Ask<TakeMail.Request, TakeMail.Taken>(new(BytesOf(mail), "mail"));

    /// <summary>Takes it and does all that it causes.</summary>
    public async Task<IReadOnlyList<BatchLine>> Send(MimeMessage mail)
    {
        var taken = await Take(mail);
        await House.Drain();
        return await Look(db => db.Lines.AsNoTracking().Where(l => l.BatchId == taken.Batch).OrderBy(l => l.Number).ToListAsync());
    }

    /// <summary>What left for the organisation, the earliest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Answers()
    {
        await using var scope = House.Scope();
        var ids = await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.Where(m => m.Envelope != null).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync();
        return [.. ids.Select(id => Path.Combine(House.Folder, "mail", $"{id}.eml")).Where(File.Exists).Select(f => MimeMessage.Load(f))];
    }

    public async Task<T> Look<T>(Func<PartnerOrganisationsDb, Task<T>> look)
    {
        await using var scope = House.Scope();
        return await look(scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>());
    }

    public Task<List<PartnerCase>> Cases() => Look(db => db.Cases.AsNoTracking().OrderBy(c => c.OpenedAt).ToListAsync());

    public async Task Change(Action<PartnerOrganisationsDb> change)
    {
        await using var scope = House.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>();
        change(db);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
