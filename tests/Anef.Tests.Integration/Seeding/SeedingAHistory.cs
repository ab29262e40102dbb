using Anef.Host.Seed;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Seeding;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Life = Anef.SharedKernel.Seeding.Life;

namespace Anef.Tests.Integration.Seeding;

[CancelAfter(240_000)]
public sealed class SeedingAHistory(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly SeedOrder Order = new(2_500, 2, 7, new(2026, 10, 31));
    private static readonly DateTimeOffset LastDay = new(2026, 10, 31, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task The_same_seed_writes_the_same_rows_and_another_does_not()
    {
        var few = Order with { People = 300 };
        var (once, again, other) = (await Seeded(few), await Seeded(few), await Seeded(few with { Seed = 8 }));
        Assert.That(again, Is.EqualTo(once));
        Assert.That(other, Is.Not.EqualTo(once));
    }

    [Test]
    public async Task One_that_is_cut_off_is_finished_by_the_next_and_nothing_is_there_twice()
    {
        await using var house = await Build(LastDay, builder => builder.Services.AddSingleton<ISeeder, CutOff>());
        Assert.That(async () => await Run(house, Order), Throws.TypeOf<IOException>());
        await using (var twin = house.Twin())
        {
            Assert.That(await Run(twin, Order with { Seed = 8 }), Does.Contain("histoire inachevée").And.Contain("--seed 7"), "not by one that was asked for something else");
            Assert.That(await Run(twin, Order), Is.Null);
        }
        Assert.That(await AllRows.Of(house), Is.EqualTo(await Seeded(Order)));
    }

    [Test]
    public async Task It_writes_to_no_database_that_holds_anything()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.RenewOne();
        var before = await AllRows.Of(house);
        Assert.That(await Run(house, Order), Does.Contain("n'écrit que dans une base vide"));
        Assert.That(await AllRows.Of(house), Is.EqualTo(before));
    }

    [Test]
    public async Task The_read_model_is_the_one_that_would_be_made_anew()
    {
        await using var house = await Build(LastDay);
        await Run(house, Order with { People = 400 });
        Assert.That(await Run(house, Order with { People = 400 }), Does.Contain("contient déjà l'histoire inventée"));
        var seeded = await AllRows.Of(house, "staffing_");
        await using (var scope = house.Scope()) await scope.ServiceProvider.GetRequiredService<RebuildWorkload>().Run(_ => { }, default);
        Assert.That(await AllRows.Of(house, "staffing_"), Is.EqualTo(seeded));
        Assert.That(seeded, Has.Count.GreaterThan(1_000));
    }

    [Test]
    public async Task Its_days_are_those_of_a_country()
    {
        await using var house = await Build(LastDay);
        await Run(house, Order);
        await using var scope = house.Scope();
        var filed = await scope.ServiceProvider.GetRequiredService<StaffingDb>().Stays.AsNoTracking().Where(s => s.FromBy == Entry.Filed).ToListAsync();
        var months = filed.GroupBy(s => (s.FromDay - Order.From.DayNumber) / 31).OrderBy(g => g.Key).Select(g => g.Count()).ToList();
        var (first, renewal) = (filed.Count(s => s.Kind == "first"), filed.Count(s => s.Kind == "renewal"));
        Assert.Multiple(() =>
        {
            Assert.That(months[0], Is.InRange(months.Average() / 3, months.Average() * 1.3), "no spike on the first days");
            Assert.That(filed.GroupBy(s => s.FromDay).Max(g => g.Count()), Is.LessThan(filed.Count / 100));
            Assert.That((double)renewal / first, Is.InRange(1.7, 3.3));
            Assert.That(filed.Select(s => s.FromDay), Is.All.InRange(Order.From.DayNumber, Order.Until.DayNumber));
        });
    }

    private static Task<string?> Run(AnefHouse house, SeedOrder order) => SeedRun.Run(house.Services, order, _ => { }, default);

    private async Task<IReadOnlyList<string>> Seeded(SeedOrder order)
    {
        await using var house = await Build(LastDay);
        Assert.That(await Run(house, order), Is.Null);
        return await AllRows.Of(house);
    }

    /// <summary>Stops the program in the middle of a chunk.</summary>
    private sealed class CutOff : ISeeder
    {
        public Type Db => typeof(StaffingDb);

        public IReadOnlyList<Type> Rows => [];

        public void Write(Life life, ISeedRows rows)
        {
            if (life.Index == 1_750) throw new IOException("the power is cut");
        }
    }
}
