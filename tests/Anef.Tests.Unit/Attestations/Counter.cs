using Anef.Applications.Contracts;
using Anef.Attestations;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.KeepChecks;
using Anef.Attestations.Keys;
using Anef.Attestations.ListChecks;
using Anef.Attestations.Persistence;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Unit.Procedures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Anef.Tests.Unit.Attestations;

/// <summary>Where documents are made and checked: the module over a database file, keys and a clock of its own.</summary>
internal sealed class Counter : IAsyncDisposable
{
    public static readonly Guid Hop = Guid.Parse("0190a000-0000-7000-8000-000000000002");
    public static readonly Guid Request = Guid.Parse("0190a000-0000-7000-8000-00000000000b");

    private readonly ServiceProvider _services;

    public Counter(params (string Key, string Value)[] settings)
    {
        Folder = Directory.CreateTempSubdirectory("anef-counter-").FullName;
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(Folder, "anef.db")};Pooling=False",
            ["Attestations:KeysFolder"] = Keys,
            ["Attestations:PublicUrl"] = "https://anef.example",
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var services = new ServiceCollection();
        AddTo(services);
        services.AddSingleton(Law.Retention).AddSingleton(Keeping).AddScoped<KeepChecksJob>().AddScoped<FollowTheFile>();
        services.AddScoped<VerifyAttestation>().AddScoped<Anef.Attestations.StatusList.PublishStatusList>();
        _services = services.BuildServiceProvider(validateScopes: true);
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<AttestationsDb>().Database.EnsureCreated();
    }

    public string Folder { get; }

    public string Keys => Path.Combine(Folder, "keys");

    public IConfiguration Configuration { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Whom the neighbour wants kept; nobody, unless a test says so.</summary>
    public IKeeping Keeping { get; } = Nobody();

    private static IKeeping Nobody()
    {
        var keeping = Substitute.For<IKeeping>();
        keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid>());
        return keeping;
    }

    public IServiceProvider Services => _services;

    public KeyRing Ring => _services.GetRequiredService<KeyRing>();

    /// <summary>What the host brings, and the module.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Configuration);
        services.AddSingleton(new EventCatalog([typeof(AttestationsModule).Assembly, typeof(AttestationIssued).Assembly]));
        services.AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>();
        services.AddSingleton(new PrefectureCatalog([Prefecture("75", "Paris", "Europe/Paris"), Prefecture("974", "La Réunion", "Indian/Reunion")]));
        services.AddModuleDb<AttestationsDb>(Configuration).AddDocuments(Configuration).AddScoped<IUseCase<ListChecks.Request, IReadOnlyList<CheckSummary>>, ListChecks>();
    }

    public static Basis Facts() => new()
    {
        PersonId = Hop,
        ApplicationId = Request,
        Surname = "NGUYỄN THỊ",
        FirstNames = "Hợp Ánh",
        Born = new(1991, 3, 1),
        BirthPlace = "Huế (Viêt Nam)",
        Sex = "F",
        Nationality = "vietnamienne",
        ForeignerNumber = "7503012345",
        ApplicationNumber = "75-2026-000123",
        ProcedureName = "Carte de séjour temporaire « salarié »",
        Ground = "L421-1",
        FiledOn = new(2026, 7, 1),
        CompleteSince = new(2026, 7, 20),
        HeldTitle = "Carte de séjour temporaire",
        HeldNumber = "9912345678",
        HeldUntil = new(2026, 9, 30),
        Work = WorkRight.Yes,
        Mention = "Il autorise son titulaire à travailler",
        LegalBasis = "R.431-15-1 al. 2",
        IssuedBy = "75",
        Zone = "Europe/Paris",
    };

    public static Attestation Extension(DateOnly from, DateOnly? until) => Of(AttestationKind.Extension, from, until);

    public static Attestation Of(AttestationKind kind, DateOnly from, DateOnly? until) => new()
    {
        Number = AttestationNumber.New(new DateTimeOffset(2026, 9, 15, 0, 5, 0, TimeSpan.Zero)),
        Kind = kind,
        PersonId = Hop,
        ApplicationId = Request,
        ValidFrom = from,
        ValidUntil = until,
        IssuedAt = new DateTimeOffset(2026, 9, 15, 0, 5, 0, TimeSpan.Zero),
    };

    /// <summary>Keeps a document that states these facts.</summary>
    public async Task<Attestation> Keep(Attestation attestation, Basis? basis = null)
    {
        var facts = basis ?? Facts();
        var kept = new Attestation
        {
            Id = attestation.Id,
            Number = attestation.Number,
            Kind = attestation.Kind,
            PersonId = facts.PersonId,
            ApplicationId = facts.ApplicationId,
            BasisId = facts.Id,
            ValidFrom = attestation.ValidFrom,
            ValidUntil = attestation.ValidUntil,
            IssuedAt = attestation.IssuedAt,
        };
        if (attestation.End is { } end) kept.EndBy(end, attestation.EndedOn!.Value, attestation.EndReason!);
        await With(async db =>
        {
            if (await db.Bases.FindAsync(facts.Id) is null) db.Add(facts with { });
            db.Add(kept);
            return await db.SaveChangesAsync();
        });
        return kept;
    }

    public Task<int> GoOn(Guid personId) => With(db =>
    {
        db.Add(new PersonCoverage { PersonId = personId, Zone = "Europe/Paris", IssuedBy = "75", NextKind = AttestationKind.Extension, DueOn = new(2026, 12, 16) });
        return db.SaveChangesAsync();
    });

    public Task<T> With<T>(Func<AttestationsDb, Task<T>> question) => Ask<T, AttestationsDb>(question);

    public Task<byte[]?> Pdf(string number) => Ask<byte[]?, IAttestations>(a => a.Pdf(number, default));

    public Task<VerifyAttestation.Response> Verify(string number) => Ask<VerifyAttestation.Response, VerifyAttestation>(v => v.Handle(new(number), default));

    public async Task<T> Ask<T, TService>(Func<TService, Task<T>> question) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static Prefecture Prefecture(string code, string name, string zone) => new()
    {
        Code = code,
        Name = name,
        Seat = name,
        TimeZone = zone,
        MailFrom = $"titres-sejour@{code}.example",
        ReminderDays = [120, 30],
        LeadDays = 15,
        LegalCoverageListed = false,
        DocumentReminderDays = [7, 2],
    };
}
