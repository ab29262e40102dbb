using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.KeepCoverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Coverage;

/// <summary>The sweep issues set by set what a look at each person would issue one by one.</summary>
[CancelAfter(180_000)]
public sealed class TwoWaysToOneChain
{
    private const int People = 24;
    private const int Days = 330;
    private static readonly DateOnly Start = new(2026, 3, 2);

    [TestCase(1)]
    [TestCase(2)]
    public async Task By_sets_and_one_by_one_people_hold_the_same_documents(int seed)
    {
        var bySets = await Play(seed, lookAtEach: false);
        var oneByOne = await Play(seed, lookAtEach: true);
        Assert.That(bySets, Is.EqualTo(oneByOne));
        Assert.That(bySets, Has.Some.Contains("Extension 2"), "somebody's chain goes on");
    }

    /// <param name="lookAtEach">Everybody is looked at before the sweep of the day, which then finds nothing to do.</param>
    private static async Task<List<string>> Play(int seed, bool lookAtEach)
    {
        // CA5394: chance that can be drawn again is the point.
#pragma warning disable CA5394
        var lot = new Random(seed);
        await using var house = await AnefHouse.Build(configure: Applicants.WithoutPost);
        var lives = Enumerable.Range(0, People).Select(number => new Life(number, lot, Start)).ToList();
        foreach (var life in lives) await life.Begin(house);
        await house.Drain();
        // Nights come one by one, or after an outage.
        for (var (day, night) = (Start, Start); day <= Start.AddDays(Days); day = day.AddDays(1))
        {
            house.GoTo(day);
            if (day >= night)
            {
                if (lookAtEach) await LookAt(house, lives);
                await house.Day();
                night = day.AddDays(lot.Next(20) == 0 ? lot.Next(10, 40) : lot.Next(1, 6));
            }
            foreach (var life in lives) await life.Live(house, day);
            await house.Drain();
        }
#pragma warning restore CA5394
        return await Tell(house, lives);
    }

    private static async Task LookAt(AnefHouse house, List<Life> lives)
    {
        foreach (var life in lives)
        {
            await using var scope = house.Scope();
            await scope.ServiceProvider.GetRequiredService<CoverageBook>().Keep(life.Person, CancellationToken.None);
        }
    }

    private static async Task<List<string>> Tell(AnefHouse house, List<Life> lives)
    {
        var issued = (await house.Issued()).ToLookup(a => a.PersonId);
        var bases = await house.Look(db => db.Bases.ToDictionaryAsync(b => b.Id));
        var told = (await house.Told<AttestationIssued>()).ToDictionary(a => a.Number);
        var gaps = (await house.Told<CoverageGap>()).ToLookup(g => g.PersonId);
        return
        [
            .. lives.SelectMany((life, number) => issued[life.Person].OrderBy(a => a.ValidFrom).ThenBy(a => a.Kind).Select(a => $"{number}: {Words(a, bases[a.BasisId], told[a.Number])}")),
            .. lives.SelectMany((life, number) => gaps[life.Person].Select(g => $"{number}: nothing from {g.From:O} to {g.To:O}")),
        ];
    }

    private static string Words(Attestation a, Basis basis, AttestationIssued told) =>
        $"{a.Kind} {a.ValidFrom:O} to {a.ValidUntil:O}, {a.End} {a.EndedOn:O} {a.EndReason}; {basis.Work} {basis.Mention} {basis.LegalBasis} {basis.IssuedBy} {basis.CompleteSince:O}; "
        + $"told {told.Kind} {told.ValidFrom:O} {told.ValidUntil:O} {told.Work} {told.Mention} {told.LegalBasis} {told.IssuedBy} {told.Successor}, in place of another: {told.Supersedes is not null}";
}
