using Anef.Applications.Persistence;
using Anef.Attestations.Contracts;
using Anef.Attestations.WatchCoverage;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Coverage;

[CancelAfter(120_000)]
public sealed class WatchingCoverage(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const string Zone = "Europe/Paris";
    private const int People = 10;

    [Test]
    public async Task While_all_are_covered_the_figure_is_zero_and_nobody_is_called()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.DueOn);
        await house.Day();
        foreach (var day in new[] { Applicants.HeldUntil, Applicants.HeldUntil.AddDays(1), new(2026, 8, 10) })
        {
            house.GoTo(day);
            Assert.That(await Watch(house), Is.Zero, $"{day:O}");
        }

        Assert.That(house.Faults, Is.Empty);
        Assert.That(await house.Told<TaskRaised>(), Is.Empty);
    }

    [Test]
    public async Task Whom_the_sweep_forgot_is_given_their_document_within_the_quarter_of_an_hour()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.HeldUntil.AddDays(1));
        Assert.That(await Watch(house), Is.Zero);
        Assert.That((await house.OfPeople()).Select(c => c.Single().ValidFrom).ToList(), Is.EqualTo(Enumerable.Repeat(Applicants.HeldUntil.AddDays(1), People)));
        Assert.That(await house.Told<CoverageGap>(), Is.Empty, "they got it on the first day that it was needed");
    }

    [Test]
    public async Task Who_cannot_be_given_one_is_counted_and_somebody_is_called_until_it_is_mended()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var applicants = await house.Multiply(await house.RenewOne(), People);
        var (unlucky, legible) = (applicants[3], await Spoil(house, applicants[3].Person, "{ unreadable"));
        house.GoTo(Applicants.HeldUntil.AddDays(2));
        house.ToleratesFaults = true;
        await house.Day();

        Assert.That(await Watch(house), Is.EqualTo(1));
        Assert.That(await Watch(house), Is.EqualTo(1), "and on the same day nobody is called again");
        Assert.That(house.Faults, Has.Some.Contains("1 people in Europe/Paris are owed a document and hold nothing valid"));
        Assert.That((await house.Told<TaskRaised>()).Where(t => t.PersonId == unlucky.Person).Select(t => (t.ApplicationId, t.Task, t.Prefecture)),
            Is.EqualTo(new[] { ((Guid?)unlucky.Application, "coverageRisk", "93") }));
        Assert.That((await house.OfPeople()).Select(c => c.Key), Is.EquivalentTo(applicants.Except([unlucky]).Select(a => a.Person)), "one that fails holds back no other");

        await Spoil(house, unlucky.Person, legible);
        Assert.That(await Watch(house), Is.Zero);
        Assert.That((await house.OfPeople())[unlucky.Person].Single().ValidFrom, Is.EqualTo(Applicants.HeldUntil.AddDays(1)));
    }

    private static async Task<double> Watch(AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<WatchCoverageJob>().Run(CancellationToken.None);
        return Reading.Of(house.Services.GetRequiredService<CoverageMetrics>().Meter, "anef_uncovered_people")[Zone];
    }

    /// <summary>Puts something else where a person's permits are kept, and returns what was there.</summary>
    private static async Task<string> Spoil(AnefHouse house, Guid person, string permits)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
        var before = await db.Database.SqlQuery<string>($"""SELECT "Permits" AS "Value" FROM applications_people WHERE "Id" = {person}""").SingleAsync();
        await db.Database.ExecuteSqlAsync($"""UPDATE applications_people SET "Permits" = {permits} WHERE "Id" = {person}""");
        return before;
    }
}
