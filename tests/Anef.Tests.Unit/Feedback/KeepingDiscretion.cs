using Anef.Feedback.Domain;

namespace Anef.Tests.Unit.Feedback;

internal sealed class KeepingDiscretion
{
    [TestCase("écrivez à imen.t@example.org merci", "écrivez à […] merci")]
    [TestCase("06 12 34 56 78", "[…]")]
    [TestCase("+33612345678", "[…]")]
    [TestCase("mon dossier 7503-123456", "mon dossier […]")]
    [TestCase("j'attends depuis 2024, 3 mois, 225 €", "j'attends depuis 2024, 3 mois, 225 €")]
    [TestCase("  ", null)]
    [TestCase(null, null)]
    public void What_names_the_writer_is_left_out(string? written, string? kept) => Assert.That(Discretion.Of(written), Is.EqualTo(kept));
}

internal sealed class ReadingAQuarter
{
    [TestCase("2026-T1", "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z")]
    [TestCase("2026-T4", "2026-09-30T22:00:00Z", "2026-12-31T23:00:00Z")]
    public void Begins_and_ends_at_midnight_in_Paris(string written, string from, string until) =>
        Assert.That((Quarter.Parse(written)!.Value.From, Quarter.Parse(written)!.Value.Until), Is.EqualTo((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(until, null))));

    [TestCase("2026-T5")]
    [TestCase("2026-1")]
    [TestCase("0000-T1")]
    [TestCase("x")]
    [TestCase(null)]
    public void Is_none_where_it_is_written_otherwise(string? written) => Assert.That(Quarter.Parse(written), Is.Null);

    [TestCase(1, "2025-T4")]
    [TestCase(2, "2026-T1")]
    public void Knows_the_one_before(int number, string before) => Assert.That($"{new Quarter(2026, number).Before}", Is.EqualTo(before));

    [TestCase(3, 1)]
    [TestCase(4, 2)]
    [TestCase(12, 4)]
    public void Holds_its_months(int month, int number) => Assert.That(Quarter.Of(new(2026, month, 28)).Number, Is.EqualTo(number));
}
