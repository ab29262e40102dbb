using System.Text.RegularExpressions;
using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Anef.Tests.Integration.Accounts;

/// <summary>A site with its own sign-in, people with documents, and the mail that it sends.</summary>
internal sealed partial class Town(AnefSite site) : IAsyncDisposable
{
    public const string Number = "9912345678";
    public const string Document = "FR1234567";
    public static readonly DateOnly Born = new(1990, 5, 17);

    public AnefSite Site => site;

    public static async Task<Town> Build(string environment = "Development", DateTimeOffset? now = null, params (string Name, string? Value)[] settings) =>
        new(await AnefSite.Start(ownSignIn: true, environment: environment, now: now, configure: builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Prepend(("Accounts:SignInsPerMinute", "0")).GroupBy(s => s.Item1).Select(g => KeyValuePair.Create(g.Key, g.Last().Item2)));
            // Mails leave when a test says so.
            builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        }));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    public async Task<Guid> Person(string number = Number, string? email = null, bool safe = false, string prefecture = "38")
    {
        var id = await site.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = "Diallo", FirstNames = "Awa", Born = Born, ForeignerNumber = number, Prefecture = prefecture, Email = email, SafeContact = safe, AddressLines = ["1 rue de l'Exemple"], Postcode = "38000", Commune = "Grenoble",
            Held = new("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true, Number: Document),
        });
        await site.Drain();
        return id;
    }

    public async Task<Guid> Agent(string email, params string[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var account = Account.OfAgent("Claire Perrin", email, site.Clock.GetUtcNow());
        foreach (var role in roles) account.Grant(RoleGrant.Parse(role)!);
        db.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }

    public async Task<T> Look<T>(Func<AccountsDb, Task<T>> look)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AccountsDb>());
    }

    /// <summary>The mails that have left for an address, the newest last.</summary>
    public async Task<IReadOnlyList<string>> MailsTo(string address, int atLeast = 1)
    {
        IReadOnlyList<string> found = [];
        await Until(() => (found = Read(address)).Count >= atLeast);
        return found;
    }

    /// <summary>How many letters lie in a prefecture's tray, once there is one.</summary>
    public async Task<int> LettersOf(string prefecture)
    {
        var tray = Path.Combine(site.Folder, "letters", prefecture);
        await Until(() => Directory.Exists(tray) && Directory.GetFiles(tray, "*.pdf").Length > 0);
        return Directory.GetFiles(tray, "*.pdf").Length;
    }

    /// <summary>The code of the newest mail.</summary>
    public async Task<string> CodeTo(string address, int mails = 1) => Code().Match((await MailsTo(address, mails))[^1]).Value;

    /// <summary>Opens an account with a document and signs in.</summary>
    public async Task<Guest> Open(string email)
    {
        var guest = new Guest(site);
        await guest.Post("/connexion/ouvrir", null, Identity(email));
        await guest.Post("/connexion/code", null, ("Code", await CodeTo(email)));
        return guest;
    }

    /// <summary>Signs in by the code of a mail.</summary>
    public async Task<Guest> SignIn(string email)
    {
        var guest = new Guest(site);
        var before = (await MailsTo(email, 0)).Count;
        await guest.Post("/connexion", null, ("Name", email));
        await guest.Post("/connexion/code", null, ("Code", await CodeTo(email, before + 1)));
        return guest;
    }

    public static (string, string?)[] Identity(string? email, string number = Number, string document = Document, string born = "1990-05-17") =>
        [("ForeignerNumber", number), ("Born", born), ("DocumentNumber", document), ("Email", email)];

    /// <summary>What is on its way may be in the hands of another thread.</summary>
    private async Task Until(Func<bool> there)
    {
        for (var looked = 0; looked < 500; looked++)
        {
            await site.Services.GetRequiredService<CodePost>().Empty(CancellationToken.None);
            if (there()) return;
            await Task.Delay(20);
        }
    }

    private List<string> Read(string address)
    {
        var folder = Path.Combine(site.Folder, "mail");
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.GetFiles(folder, "*.eml").Select(f => MimeMessage.Load(f))
            // What is said of a request has a number or a date in it; what is said of an account has not.
            .Where(m => m.To.Mailboxes.Any(t => t.Address == address) && m.TextBody!.StartsWith("Bonjour", StringComparison.Ordinal))
            .OrderBy(m => m.MessageId, StringComparer.Ordinal).Select(m => m.TextBody!)];
    }

    [GeneratedRegex(@"\d{4} \d{4}")]
    private static partial Regex Code();
}
