using Anef.SharedKernel.Rules;
using Anef.Staffing.PlanStaffing;

namespace Anef.Tests.Unit.Staffing;

internal sealed class SupposingForAPlan
{
    private static readonly string[] Codes = ["CJF", "ETU-R"];

    [Test]
    public void Everything_that_is_said_is_taken()
    {
        var settings = PlanSettings.Parse(["growth=8", "staff=12,5", "minutes.cjf=40", "online.ETU-R=2027-03-01", "seed=7", "runs=400"], Codes);
        Assert.Multiple(() =>
        {
            Assert.That((settings.Growth, settings.Staff, settings.Seed, settings.Runs), Is.EqualTo((8.0, 12.5, 7, 400)));
            Assert.That(settings.Minutes["CJF"], Is.EqualTo(40));
            Assert.That(settings.Online["ETU-R"], Is.EqualTo(new DateOnly(2027, 3, 1)));
        });
    }

    [TestCase("runs=100", "de 200 à 5000"), TestCase("growth=beaucoup", "de -50 à 100"), TestCase("absence=61", "de 0 à 60"), TestCase("staff=NaN", "de 0 à 5000"), TestCase("runs=200.5", "nombre entier")]
    [TestCase("target=1e9", "de 5 à 365"), TestCase("minutes.CJF=0", "de 1 à 2000"), TestCase("online.CJF=demain", "2027-03-01"), TestCase("from=01/02/2027", "2027-03-01")]
    [TestCase("growht=3", "growth, inflow, staff"), TestCase("minutes.XYZ=3", "CJF, ETU-R"), TestCase("growth", "CLÉ=VALEUR"), TestCase("=3", "CLÉ=VALEUR")]
    public void What_cannot_be_taken_is_refused_with_what_would_be(string written, string accepted) =>
        Assert.That(() => PlanSettings.Parse([written], Codes), Throws.TypeOf<RuleBroken>().With.Message.Contains(accepted));
}
