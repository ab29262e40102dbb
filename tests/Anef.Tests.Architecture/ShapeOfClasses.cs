using Anef.Tests.Architecture.Rules;
using Anef.Tests.Architecture.Specimens;

namespace Anef.Tests.Architecture;

public sealed class ShapeOfClasses
{
    [Test]
    public void Classes_are_sealed() => Assert.That(Faces.Unsealed(House.Types()), Is.Empty);

    [Test]
    public void An_open_class_is_found() => Assert.That(Faces.Unsealed([typeof(Open), typeof(ShapeOfClasses)]), Is.EqualTo(new[] { typeof(Open).FullName }));

    [Test]
    public void Jobs_say_when_they_run_under_names_of_their_own() => Assert.That(JobNames.Faults(House.Types()), Is.Empty);

    [TestCase("JobWithoutSchedule has no [Schedule]")]
    [TestCase("DailyJobWithoutMinute has no [Daily]")]
    [TestCase("« 0 7 * * » has not five fields")]
    [TestCase("60 is no minute of the first hour")]
    [TestCase("« specimens.same » is the name of")]
    public void A_job_that_does_not_is_found(string words) => Assert.That(JobNames.Faults(typeof(ShapeOfClasses).Assembly.GetTypes()), Has.One.Contains(words));
}
