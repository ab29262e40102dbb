using Anef.Staffing.PlanStaffing;

namespace Anef.Tests.Unit.Staffing;

internal sealed class ForecastingTheInflow
{
    private static readonly DateOnly From = new(2026, 12, 1);
    private static readonly DateOnly[] Year = [.. Enumerable.Range(0, 13).Select(From.AddMonths)];
    private static readonly Effort Reference = Effort.On(From);
    private static readonly PlanSettings Flat = new() { Growth = 0 };

    [Test]
    public void The_reference_knows_its_procedures_and_a_curve_is_a_year() => Assert.Multiple(() =>
    {
        Assert.That(Reference.Procedures, Has.Count.EqualTo(43));
        Assert.That(Reference.Of("ETU-R").Minutes, Is.EqualTo(20));
        Assert.That((Reference.Of("CJF").Minutes, Reference.Of("AES").Minutes), Is.EqualTo((45.0, 120.0)));
        Assert.That(Reference.Procedures.Select(p => Reference.CurveOf(p.Code).Sum()), Is.All.EqualTo(1).Within(1e-9));
    });

    [Test]
    public void A_long_history_gives_its_own_level_and_its_own_season()
    {
        // 600 in each March and nothing else, three years long.
        var forecast = new Forecast(History(1095, [.. new[] { 2024, 2025, 2026 }.Select(y => new Arrived("CJF", false, new DateOnly(y, 3, 10).DayNumber, 600))]), Reference, Flat, Year, []);
        Assert.Multiple(() =>
        {
            Assert.That(forecast.Flows["CJF"].Sum(), Is.EqualTo(600).Within(5).Percent);
            Assert.That(forecast.Flows["CJF"][3], Is.GreaterThan(500));
            Assert.That(forecast.NationalShare, Is.EqualTo(200 / 2000.0).Within(0.02));
        });
    }

    [Test]
    public void A_short_history_takes_the_national_season()
    {
        var forecast = new Forecast(History(90, [.. Enumerable.Range(0, 90).Select(i => new Arrived("ETU-R", false, From.DayNumber - 90 + i, 2))]), Reference, Flat, Year, []);
        Assert.Multiple(() =>
        {
            Assert.That(forecast.NationalShare, Is.EqualTo(1));
            Assert.That(forecast.Flows["ETU-R"][9] / forecast.Flows["ETU-R"][2], Is.EqualTo(14 / 5.0).Within(10).Percent);
            Assert.That(forecast.Spread, Is.GreaterThan(0.15));
        });
    }

    [Test]
    public void Permits_that_end_announce_renewals_where_no_habit_is_known()
    {
        var forecast = new Forecast(History(0, []), Reference, Flat, Year, [("CJF", 45, 100)]);
        Assert.That(forecast.Flows["CJF"], Is.EqualTo(new double[] { 0, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));
    }

    [Test]
    public void Growth_that_is_supposed_makes_more()
    {
        var history = History(400, [.. Enumerable.Range(0, 400).Select(i => new Arrived("CJF", false, From.DayNumber - 400 + i, 5))]);
        double Sum(double growth) => new Forecast(history, Reference, new() { Growth = growth }, Year, []).Flows["CJF"].Sum();
        Assert.That(Sum(10) / Sum(0), Is.EqualTo(1.10).Within(0.01));
    }

    [Test]
    public void A_yearly_inflow_that_is_said_is_shared_out_as_in_the_country()
    {
        var forecast = new Forecast(History(0, []), Reference, new() { Inflow = 12_000, Growth = 0 }, Year, []);
        Assert.Multiple(() =>
        {
            Assert.That(forecast.Flows.Values.Sum(f => f.Sum()), Is.EqualTo(12_000).Within(1).Percent);
            Assert.That(forecast.Flows, Has.Count.EqualTo(43));
        });
    }

    private static PlaceHistory History(int days, IReadOnlyList<Arrived> arrivals) => new(From.DayNumber, days == 0 ? null : From.DayNumber - days, arrivals, [], [], new Dictionary<string, int>(), []);
}
