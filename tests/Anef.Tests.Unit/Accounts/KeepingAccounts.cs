using Anef.Accounts;
using Anef.Accounts.Domain;
using Anef.Accounts.KeepAccounts;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.Applications.Contracts;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Anef.Tests.Unit.Accounts;

internal sealed class KeepingAccounts
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Test]
    public async Task One_that_nobody_uses_ends_after_three_years_once_its_holder_was_told()
    {
        await using var house = new House();
        await house.Open("awa@example.org");
        await house.Night("2029-03-31");
        Assert.That(house.Mails, Is.Empty);
        await house.Night("2029-04-01");
        await house.Night("2029-04-02");
        var mail = house.Mails.Single();
        Assert.That((mail.Address, mail.Subject), Is.EqualTo(("awa@example.org", "Votre démarche")));
        Assert.That(mail.Text, Does.Contain("1er mai 2029"));
        await house.Night("2029-04-30");
        Assert.That(await house.Count(), Is.EqualTo(1));
        await house.Night("2029-05-01");
        Assert.That(await house.Count(), Is.Zero);
        Assert.That(await house.Registered("accounts"), Is.EqualTo(1));
    }

    [Test]
    public async Task Used_after_the_notice_it_stays()
    {
        await using var house = new House();
        var id = await house.Open("awa@example.org");
        await house.Night("2029-04-01");
        await house.With(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.UsedAt, house.Clock.GetUtcNow()).SetProperty(x => x.EndsOn, (DateOnly?)null)));
        await house.Night("2029-05-01");
        Assert.That(await house.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nor_does_that_of_somebody_whose_request_is_under_way_end_nor_an_agent_s()
    {
        await using var house = new House();
        house.Keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid> { Person });
        await house.Open("awa@example.org", Person);
        await house.With(db =>
        {
            var agent = Account.OfAgent("Léa Martin", "lea@example.org", house.Clock.GetUtcNow());
            agent.Grant(new(Role.CaseOfficer, "75"));
            db.Add(agent);
            return db.SaveChangesAsync();
        });
        await house.Night("2029-04-01");
        await house.Night("2036-01-01");
        Assert.That((await house.Count(), house.Mails.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Sign_ins_are_forgotten_after_a_year()
    {
        await using var house = new House();
        var id = await house.Open("awa@example.org");
        await house.With(db => { db.Note(id, JournalKind.SignedIn, house.Clock.GetUtcNow()); return db.SaveChangesAsync(); });
        await house.Night("2027-04-30");
        Assert.That(await house.Registered("signIns"), Is.Zero);
        await house.Night("2027-05-01");
        Assert.That(await house.Registered("signIns"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_owner_of_a_draft_without_a_file_is_told_at_the_account_s_address()
    {
        await using var house = new House();
        var id = await house.Open("awa@example.org");
        await house.Tell(new DraftEnding(id, null, Guid.CreateVersion7(), new(2026, 10, 28)));
        await house.Tell(new DraftEnding(id, Person, Guid.CreateVersion7(), new(2026, 10, 28)));
        Assert.That(house.Mails.Single().Text, Does.Contain("28 octobre 2026"));
    }

    private sealed class House : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("anef-accounts-").FullName;
        private readonly ServiceProvider _services;

        public House()
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "anef.db")};Pooling=False" }).Build();
            var mail = Substitute.For<ISecretMail>();
            mail.Send(Arg.Do<SecretMail>(Mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
            Keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid>());
            _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(new EventCatalog([typeof(AccountsModule).Assembly]))
                .AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>().AddSingleton(Repository.Languages)
                .AddSingleton(Law.Retention).AddSingleton(Keeping).AddSingleton(mail).AddSingleton<SessionBook>()
                .AddModuleDb<AccountsDb>(configuration).AddScoped<EndingMail>().AddScoped<TellOfDrafts>().AddScoped<KeepAccountsJob>().BuildServiceProvider(validateScopes: true);
            using var scope = _services.CreateScope();
            scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.EnsureCreated();
        }

        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));

        public List<SecretMail> Mails { get; } = [];

        public IKeeping Keeping { get; } = Substitute.For<IKeeping>();

        public Task<Guid> Open(string email, Guid? person = null) => With(async db =>
        {
            var account = Account.OfApplicant("Awa Diallo", email, "fr", null, Clock.GetUtcNow());
            if (person is { } id) account.Link(id, null);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });

        public async Task Night(string day)
        {
            Clock.SetUtcNow(new(Law.Day(day), new(3, 55), TimeSpan.Zero));
            await using var scope = _services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KeepAccountsJob>().Run(default);
        }

        public async Task Tell(DraftEnding fact)
        {
            await using var scope = _services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TellOfDrafts>().Handle(fact, default);
        }

        public Task<int> Count() => With(db => db.Accounts.CountAsync());

        public Task<int> Registered(string thing) => With(db => db.Set<Destruction>().Where(d => d.Thing == thing).SumAsync(d => d.Count));

        public async Task<T> With<T>(Func<AccountsDb, Task<T>> question)
        {
            await using var scope = _services.CreateAsyncScope();
            return await question(scope.ServiceProvider.GetRequiredService<AccountsDb>());
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
