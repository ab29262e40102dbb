namespace Anef.Tests.Browser;

/// <summary>Every page, as those who may open it see it, in every language that it has: on a phone, without a violation, without anything cut.</summary>
internal sealed class EveryPage
{
    private static readonly string[] Languages = ["fr-FR", "en-GB", "ar"];

    [TestCaseSource(nameof(Rounds))]
    public async Task Has_no_violation_and_fits_a_phone(string who, string language)
    {
        await using var visit = await Visit.Start(phone: true, language);
        if (who.Length > 0) await visit.SignIn(who);
        var faults = new List<string>();
        foreach (var (path, status) in PagesOf.Who(who).Where((_, place) => !Theatre.Quick || place % 5 == 0))
        {
            if (status >= 400) visit.ExpectedStatus.Add(status);
            var answer = await visit.Go(await PagesOf.Resolve(visit, path));
            if (answer.Status != status) faults.Add($"{path} answers {answer.Status}, not {status}");
            faults.AddRange((await visit.Violations()).Select(v => $"{path}: {v}"));
            if (await visit.Overflows()) faults.Add($"{path} is wider than the phone");
        }
        Assert.That(faults, Is.Empty);
    }

    private static IEnumerable<object[]> Rounds() =>
        from who in PagesOf.People
        from language in PagesOf.InFrenchAlone(who) ? ["fr-FR"] : Languages
        select new object[] { who, language };
}
