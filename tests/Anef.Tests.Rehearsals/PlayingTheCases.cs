using Anef.Tests.Support;

namespace Anef.Tests.Rehearsals;

/// <summary>Every file in <c>tests/Rehearsals</c> is a test.</summary>
public sealed class PlayingTheCases
{
    private static IEnumerable<TestCaseData> Cases() => Host.Rehearse.Rehearsals.Files(Repository.PathOf("tests", "Rehearsals"))
        .Select(f => new TestCaseData(f.File).SetName(Path.ChangeExtension(f.Name, null)));

    [TestCaseSource(nameof(Cases))]
    public async Task A_case_ends_as_it_says(string file)
    {
        var performance = await Theatre.Troupe.Play(file, Path.GetFileName(file), CancellationToken.None);

        Assert.That(performance.Fault, Is.Null);
        Assert.That(performance.Outcome!.Failures, Is.Empty);
    }
}
