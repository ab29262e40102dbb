using Anef.Procedures.ChooseProcedure;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.EndNotice;
using Anef.Procedures.ExplainChange;
using Anef.Procedures.ListPages;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.Procedures.PublishDraft;
using Anef.Procedures.PublishRules;
using Anef.Procedures.ReadJournal;
using Anef.Procedures.ReadProcedure;
using Anef.Procedures.RehearseDraft;
using Anef.Procedures.VerifyPage;
using Anef.Procedures.WithdrawDraft;
using Anef.Procedures.WriteDraft;
using Anef.Procedures.WriteNotice;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Anef.Tests.Unit.Procedures;

/// <summary>The module on a database of its own, at noon on 1 July 2026, asked by whoever the test says.</summary>
internal sealed class RuleHouse : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"anef-{Guid.CreateVersion7():N}.db");
    private readonly ServiceProvider _services;

    public RuleHouse()
    {
        var bell = new PumpBell();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Substitute.For<IHostApplicationLifetime>())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new ModuleDbServices(new EventCatalog([]), new Positions(Clock), bell, Clock))
            .AddSingleton(bell)
            .AddSingleton(new PrefectureCatalog([Prefecture("69", "Rhône", "Lyon"), Prefecture("38", "Isère", "Grenoble")]))
            .AddDbContext<ProceduresDb>(o => o.UseProvider(new() { ConnectionString = $"Data Source={_file};Pooling=False" }, ModuleDbSetup.HistoryOf(typeof(ProceduresDb))))
            .AddSingleton<IRules, RulesInForce>().AddSingleton<IProcedures, LegalProcedures>().AddSingleton<IRehearsals>(Rehearsals).AddSingleton<RehearsalBell>()
            .AddScoped(_ => Visitor)
            .AddScoped<VersionTexts>().AddScoped<DraftTexts>().AddScoped<PlayDraft>().AddScoped<Sheets>().AddScoped<PagesOf>().AddScoped<Journal>().AddScoped<GuideAnswer>()
            .AddScoped<IUseCase<PublishRules.Request, PublishRules.Published>, PublishRules>()
            .AddScoped<IUseCase<OpenDraft.Request, Guid>, OpenDraft>().AddScoped<IUseCase<WriteDraft.Request, Done>, WriteDraft>()
            .AddScoped<IUseCase<RehearseDraft.Request, Guid>, RehearseDraft>().AddScoped<IUseCase<ExplainChange.Request, Done>, ExplainChange>()
            .AddScoped<IUseCase<WithdrawDraft.Request, Done>, WithdrawDraft>().AddScoped<IUseCase<PublishDraft.Request, PublishRules.Published>, PublishDraft>()
            .AddScoped<IUseCase<WriteNotice.Request, Guid>, WriteNotice>().AddScoped<IUseCase<EndNotice.Request, Done>, EndNotice>().AddScoped<IUseCase<VerifyPage.Request, Done>, VerifyPage>()
            .BuildServiceProvider();
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ProceduresDb>().Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));

    public PlayedFiles Rehearsals { get; } = new();

    /// <summary>Who asks.</summary>
    public Visitor Visitor { get; set; } = Visitor.Nobody;

    public static Visitor Of(string name, Role role, string? prefecture = null) => new(Guid.CreateVersion7(), name, null, [new(role, prefecture)]);

    public async Task<TResponse> Ask<TRequest, TResponse>(TRequest request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TRequest, TResponse>>().Handle(request, CancellationToken.None);
    }

    public async Task<T> With<TService, T>(Func<TService, Task<T>> look) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public void Dispose()
    {
        _services.Dispose();
        File.Delete(_file);
    }

    private static Prefecture Prefecture(string code, string name, string seat) => new()
    {
        Code = code,
        Name = name,
        Seat = seat,
        TimeZone = "Europe/Paris",
        MailFrom = "a@b.example",
        ReminderDays = [90],
        LeadDays = 15,
        LegalCoverageListed = false,
        DocumentReminderDays = [7],
    };

    /// <summary>Stands for the stages: two files, of which those that are told to fail do.</summary>
    internal sealed class PlayedFiles : IRehearsals
    {
        public List<string> Failing { get; } = [];

        /// <summary>What was laid into each play.</summary>
        public List<IReadOnlyList<RulesText>> Laid { get; } = [];

        public IReadOnlyList<string> Files() => ["a.yaml", "b.yaml"];

        public async IAsyncEnumerable<RehearsalResult> Play(IReadOnlyList<RulesText> rules, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            Laid.Add(rules);
            foreach (var file in Files())
            {
                await Task.Yield();
                yield return new(file, $"Histoire {file}", Failing.Contains(file) ? ["ligne 9 : le montant vaut 450 au lieu de 350"] : []);
            }
        }
    }
}
