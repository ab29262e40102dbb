using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.Applications.Persistence;
using Anef.Host.Commands;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Anef.Benchmarks.Pages;

/// <summary>The served house as in service, on a country of requests, with the bare page beside its own.</summary>
internal sealed class CountrySite(WebApplication app, DateTimeOffset now) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.First());

    public static async Task<CountrySite> Start(DatabaseProvider provider, string connection, string folder, int requests)
    {
        var now = new DateTimeOffset(Night.Today, new TimeOnly(8, 0), TimeSpan.Zero);
        var app = Serve.Build(AnefHouse.Modules, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = $"{provider}",
                ["Database:ConnectionString"] = connection,
                ["Attestations:KeysFolder"] = Path.Combine(folder, "keys"),
                ["Applications:DocumentsFolder"] = Path.Combine(folder, "documents"),
                ["Applications:DocumentKeysFolder"] = Path.Combine(folder, "document-keys"),
                ["Limits:RequestsPerMinute"] = "1000000000",
                ["Accounts:Local"] = "true",
                ["Proxy:Trusted"] = "127.0.0.1",
                ["Serilog:MinimumLevel:Default"] = "Error",
            });
            builder.Services.AddSingleton<TimeProvider>(new StandingClock(now));
            builder.Services.AddSingleton(DatabaseOptions.Read(builder.Configuration));
            builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts => parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(CountrySite).Assembly)));
        });
        await app.Services.GetRequiredService<Migrator>().Migrate(default);
        await Country.Settle(app.Services, Night.Today, requests);
        await app.StartAsync();
        return new(app, now);
    }

    /// <summary>Applicants who have signed in, with the file of each.</summary>
    public async Task<IReadOnlyList<(string Cookie, FileKey File)>> Applicants(int count)
    {
        var files = await Files(count, null);
        return [.. files.Zip(await Sessions(files.Select(f =>
        {
            var account = Account.OfApplicant("Awa Diallo", null, "fr", null, now);
            account.Link(f.Person, null);
            return account;
        })), (file, cookie) => (cookie, file))];
    }

    /// <summary>Officers of the largest prefecture.</summary>
    public Task<IReadOnlyList<string>> Officers(int count) => Sessions(Enumerable.Range(0, count).Select(i =>
    {
        var account = Account.OfAgent($"Agent {i}", $"agent{Guid.CreateVersion7():N}@example.org", now);
        account.Grant(new(Role.CaseOfficer, Country.Largest));
        return account;
    }));

    /// <summary>Files from all over the table, in no order.</summary>
    public async Task<IReadOnlyList<FileKey>> Files(int count, string? prefecture)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
        var all = await db.Applications.AsNoTracking().Where(a => prefecture == null || a.Prefecture == prefecture).Select(a => new { a.Id, a.PersonId, a.Number }).ToListAsync();
        return [.. new Random(11).GetItems(all.ToArray(), count).DistinctBy(f => f.PersonId).Select(f => new FileKey(f.Id, f.PersonId, f.Number))];
    }

    public async Task<string> ForeignerNumberOf(Guid person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().People.Where(p => p.Id == person).Select(p => p.ForeignerNumber).SingleAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Accounts are written; their cookies are sealed as a sign-in seals them.</summary>
    private async Task<IReadOnlyList<string>> Sessions(IEnumerable<Account> wanted)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var accounts = wanted.ToList();
        var keys = accounts.Select(a => a.PersonKey).ToHashSet();
        await db.Accounts.Where(a => keys.Contains(a.PersonKey)).ExecuteDeleteAsync();
        db.AddRange(accounts);
        await db.SaveChangesAsync();
        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookies.Session);
        return [.. accounts.Select(a => $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(Ticket(new(new Visitor(a.Id, a.Name, a.PersonId, a.Grants), a.Stamp, a.Language)))}")];
    }

    private AuthenticationTicket Ticket(SessionAccount account) =>
        new(SessionPrincipal.Of(account), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8), AllowRefresh = true }, SessionCookies.Session);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

internal sealed record FileKey(Guid Id, Guid Person, string Number);
