using Anef.Host.Rehearse;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Tests.Integration.Reports;

/// <summary>The workload report over what a rehearsal played: its past, its present and what it has not come to.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class ReportingOnAPlay
{
    private StageTemplate _template = null!;

    [OneTimeSetUp]
    public async Task Open() => _template = await StageTemplate.Make(AnefHouse.Modules, null, CancellationToken.None);

    [OneTimeTearDown]
    public void Close() => _template.Dispose();

    [TestCase("T12-researcher-requalified.yaml")]
    [TestCase("T24-silence.yaml")]
    [TestCase("T27-melun.yaml")]
    public async Task Months_balance_and_each_begins_with_what_the_last_left(string name)
    {
        var rehearsal = RehearsalReader.Read(await File.ReadAllTextAsync(Repository.PathOf("tests", "Rehearsals", name)));
        await using var stage = _template.Build(rehearsal.Start, rehearsal.Settings, out _);
        using (var watch = new Watch(stage.Connect())) Assert.That((await new Play(rehearsal, stage, watch).Run(CancellationToken.None)).Failures, Is.Empty);
        var (begin, end) = (DateOnly.FromDateTime(rehearsal.Start.UtcDateTime), DateOnly.FromDateTime(stage.Clock.GetUtcNow().UtcDateTime));
        var (month, left, came) = (new DateOnly(begin.Year, begin.Month, 1).AddMonths(-2), 0, 0);
        for (; month <= end; month = month.AddMonths(1))
        {
            var sum = (await Ask(stage, month, month.AddMonths(1).AddDays(-1))).Sum;
            Assert.That((sum.Opening, sum.Closing), Is.EqualTo((left, sum.Opening + sum.Inflow - sum.Outflow)), $"{month}");
            (left, came) = (sum.Closing!.Value, came + sum.Inflow!.Value);
        }
        Assert.That(came, Is.Positive, "something was filed");
        Assert.That(() => Ask(stage, end.AddYears(2), end.AddYears(2).AddDays(30)), Throws.InstanceOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo("staffing.period-ahead"));
    }

    private static async Task<WorkloadReport> Ask(Stage stage, DateOnly from, DateOnly to)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<Report.Request, WorkloadReport>>().Handle(new(null, from, to), CancellationToken.None);
    }
}
