using Anef.Staffing.Domain;
using CsCheck;

namespace Anef.Tests.Unit.Staffing;

public sealed class OrderingWork
{
    private const int Today = 739_900;
    private static readonly Weights Standard = new();

    private static readonly Gen<WorkFile> Files =
        from cover in Maybe(Gen.Int[-30, 120])
        from legal in Maybe(Gen.Int[-30, 120])
        from since in Gen.Int[-500, 3]
        from danger in Gen.Bool
        from beneficiary in Gen.Bool
        from work in Gen.Bool
        from step in Gen.Enum<Step>()
        select new WorkFile
        {
            CoverEndDay = Today + cover, LegalDay = Today + legal, SinceDay = Today + since, InDanger = danger, Beneficiary = beneficiary, AtWork = work, Step = step, Open = step != Step.Over,
        };

    private static Gen<int?> Maybe(Gen<int> days) => Gen.Select(Gen.Bool, days, (there, day) => there ? day : (int?)null);

    [Test]
    public void The_expression_that_databases_compute_gives_the_points_that_are_shown() =>
        Files.Sample(file => Scores.On(Today, Standard).Compile()(file) == Scores.PartsOf(file, Today, Standard).Sum(p => p.Points));

    [Test]
    public void What_is_set_on_one_file_is_what_the_expressions_give() =>
        Files.Sample(file =>
        {
            Scores.Set(file, Today, Standard);
            return file.Score == Scores.On(Today, Standard).Compile()(file) && file.OnTop == Scores.OnTop(Today, Standard).Compile()(file) && file.ScoredDay == Today;
        });

    [Test]
    public void A_day_more_of_waiting_never_lowers_a_file() =>
        Files.Sample(file => Scores.On(Today, Standard).Compile()(file) <= Scores.On(Today + 1, Standard).Compile()(file));

    [TestCase(15, null, true)]
    [TestCase(16, null, false)]
    [TestCase(-1, null, true)]
    [TestCase(null, 10, true)]
    [TestCase(null, 11, false)]
    [TestCase(null, -3, true)]
    [TestCase(null, null, false)]
    public void Rights_at_risk_within_days_stand_before_all(int? cover, int? legal, bool onTop)
    {
        var file = new WorkFile { Open = true, CoverEndDay = Today + cover, LegalDay = Today + legal, SinceDay = Today };
        Scores.Set(file, Today, Standard);
        Assert.That(file.OnTop, Is.EqualTo(onTop));
    }

    [Test]
    public void Each_part_says_in_words_where_its_points_come_from()
    {
        var file = new WorkFile { Open = true, CoverEndDay = Today + 6, LegalDay = Today - 4, SinceDay = Today - 73, InDanger = true, AtWork = true, Step = Step.ToDecide };
        Assert.That(Scores.PartsOf(file, Today, Standard).Select(p => $"{p.Points} {p.Words}"), Is.EqualTo(new[]
        {
            "360 couverture sans suite : encore 6 jours", "300 date légale passée depuis 4 jours", "250 personne en danger", "90 emploi ou droits en jeu", "24 attend depuis 73 jours", "60 à nous d'agir",
        }));
    }

    [Test]
    public void Nothing_is_said_of_parts_without_points() =>
        Assert.That(Scores.PartsOf(new WorkFile { Open = true, SinceDay = Today, Step = Step.WaitingForPerson }, Today, Standard), Is.Empty);
}
