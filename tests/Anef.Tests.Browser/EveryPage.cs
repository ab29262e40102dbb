using Anef.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Browser;

/// <summary>Every page, as those who may open it see it, in every language that it has: on a phone, without a violation, without anything cut.</summary>
internal sealed class EveryPage
{
    private static readonly string[] Languages = ["fr", "en", "ar"];

    [TestCaseSource(nameof(Rounds))]
    public async Task Has_no_violation_and_fits_a_phone(string who, string language)
    {
        await using var visit = await Visit.Start(phone: true);
        if (who.Length > 0) await visit.SignIn(who);
        await visit.Go($"/langue/{language}");
        var faults = new List<string>();
        foreach (var sight in PagesOf.Everybody[who].Where((_, place) => !Theatre.Quick || place % 5 == 0))
        {
            try
            {
                if (await sight.Open(visit) is var status && status != sight.Status) faults.Add($"{sight} answers {status}, not {sight.Status}");
                faults.AddRange((await visit.Violations()).Select(v => $"{sight}: {v}"));
                if (await visit.Overflows() is { Length: > 0 } wide) faults.Add($"{sight} is wider than the phone: {wide}");
            }
            catch (Exception fault) when (fault is TimeoutException or InvalidOperationException or Microsoft.Playwright.PlaywrightException)
            {
                faults.Add($"{sight}: {fault.Message}");
            }
        }
        Assert.That(string.Join(Environment.NewLine, faults.Distinct()), Is.Empty);
    }

    [Test]
    public async Task Is_looked_at_by_somebody()
    {
        await using var site = await AnefSite.StartDemonstration(Theatre.Copy());
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.That(PagesOf.Everybody.Values.SelectMany(sights => sights).Select(s => s.Route).Concat(PagesOf.FromElsewhere), Is.SupersetOf(pages));
    }

    private static IEnumerable<object[]> Rounds() =>
        from who in PagesOf.Everybody.Keys
        from language in PagesOf.Tongues.TryGetValue(who, out var own) ? [own] : PagesOf.InFrenchAlone(who) ? ["fr"] : Languages
        select new object[] { who, language };
}
