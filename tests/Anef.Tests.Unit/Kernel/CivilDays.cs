using Anef.SharedKernel.Calendar;

namespace Anef.Tests.Unit.Kernel;

internal sealed class CivilDays
{
    [Test]
    public void It_is_still_yesterday_in_Martinique_when_Paris_has_passed_midnight()
    {
        var instant = new DateTimeOffset(2026, 8, 2, 1, 30, 0, TimeSpan.Zero);
        Assert.Multiple(() =>
        {
            Assert.That(instant.DayIn("America/Martinique"), Is.EqualTo(new DateOnly(2026, 8, 1)));
            Assert.That(instant.DayIn(CivilTime.Paris), Is.EqualTo(new DateOnly(2026, 8, 2)));
        });
    }

    [TestCase("2026-03-29", "Europe/Paris", "2026-03-28T23:00:00Z")]
    [TestCase("2026-08-01", "Indian/Reunion", "2026-07-31T20:00:00Z")]
    public void A_day_starts_at_its_own_midnight(string day, string zone, string instant) =>
        Assert.That(CivilTime.StartOf(DateOnly.Parse(day, null), zone), Is.EqualTo(DateTimeOffset.Parse(instant, null)));
}
