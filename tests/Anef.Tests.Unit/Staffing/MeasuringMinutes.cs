using Anef.Applications.Access;
using Anef.Staffing.PlanStaffing;

namespace Anef.Tests.Unit.Staffing;

internal sealed class MeasuringMinutes
{
    private static readonly Guid Claire = Guid.CreateVersion7(), Denis = Guid.CreateVersion7();

    [Test]
    public void From_opening_to_signature_by_each_officer() =>
        Assert.That(Seconds((Claire, "09:00", "file"), (Claire, "09:04", "document PAIE"), (Denis, "09:10", "file"), (Denis, "09:12", "ask"), (Claire, "09:14", "sign"), (Claire, "10:00", "file")), Is.EqualTo(16 * 60));

    [Test]
    public void Whoever_leaves_a_file_open_counts_for_half_an_hour() => Assert.That(Seconds((Claire, "09:00", "file"), (Claire, "14:00", "sign")), Is.EqualTo(30 * 60));

    [Test]
    public void The_night_counts_for_nothing() => Assert.That(Seconds((Claire, "22:55", "file"), (Claire, "23:10", "ask"), (Claire, "23:20", "sign")), Is.EqualTo(10 * 60), "it is midnight in Paris at 23:00");

    [Test]
    public void A_second_signature_ends_it_and_not_the_first() => Assert.That(Seconds((Claire, "09:00", "file"), (Claire, "09:05", "sign"), (Denis, "09:10", "file"), (Denis, "09:12", "sign")), Is.EqualTo(7 * 60));

    [Test]
    public void A_file_signed_among_many_or_not_signed_says_nothing()
    {
        Assert.That(Seconds((Claire, "09:00", "sign")), Is.Null);
        Assert.That(Seconds((Claire, "09:00", "file"), (Claire, "09:05", "ask")), Is.Null);
    }

    [Test]
    public void Thirty_files_are_enough_for_a_prefecture_s_own_minutes_and_twenty_nine_are_not()
    {
        var reference = Effort.On(new(2026, 12, 1));
        var minutes = new FileMinutes(History(new("CJF", 600, 15), new("CJF", 3000, 15), new("SAL", 600, 29)), reference);
        Assert.Multiple(() =>
        {
            Assert.That(minutes.Known("CJF"), Is.EqualTo(new EffortMinutes(10, "measured", 30)), "half of them took ten minutes or less");
            Assert.That(minutes.Known("SAL"), Is.EqualTo(new EffortMinutes(reference.Of("SAL").Minutes, "reference", null)));
            Assert.That(minutes.Of("CJF", new() { Minutes = new Dictionary<string, double> { ["CJF"] = 50 } }), Is.EqualTo(new EffortMinutes(50, "supposed", null)));
        });
    }

    private static int? Seconds(params (Guid By, string At, string What)[] lines) =>
        TimeOnFile.Seconds([.. lines.Select(l => new TimeOnFile.Line(l.By, DateTimeOffset.Parse($"2026-11-03T{l.At}:00Z", System.Globalization.CultureInfo.InvariantCulture), l.What))], "Europe/Paris");

    private static PlaceHistory History(params Spent[] spent) => new(0, null, [], [], [], new Dictionary<string, int>(), spent);
}
