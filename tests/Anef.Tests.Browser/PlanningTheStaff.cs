using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>A manager who asks how many people it takes, and what would change it.</summary>
internal sealed class PlanningTheStaff
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Changes_a_supposition_keeps_both_plans_and_holds_them_beside_each_other(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Paul Giraud");
        await visit.Go("/agents/plan");
        await visit.Page.Locator("main select[name=mois]").SelectOptionAsync("3");
        await visit.Press("Calculer");
        await visit.Sees("Effectif nécessaire, avec 95 % de probabilité", "Une personne de plus, une de moins", "Confiance");
        var (usualNeed, usualChart) = (await Need(visit), await Chart(visit));
        await SaysTheSameTwice(visit);
        await Looks(visit, phone ? "plan-telephone" : "plan");
        await Save(visit, "Comme prévu", share: false);

        await visit.Go("/agents/plan?mois=3");
        await visit.Unfold();
        await visit.Fill(("demandes", "20000"), ("effectif", "6"), ("absences", "10"));
        await visit.Press("Calculer");
        await visit.Sees("Suppositions :", "inflow=20000");
        Assert.That((await Need(visit), await Chart(visit)), Is.Not.EqualTo((usualNeed, usualChart)));
        Assert.That(await Need(visit), Is.GreaterThan(usualNeed));
        await SaysTheSameTwice(visit);
        await Save(visit, "Vingt mille demandes", share: true);

        await visit.Go("/agents/plan?prefecture=38");
        foreach (var (field, name) in new[] { ("plan", "Comme prévu"), ("avec", "Vingt mille demandes") })
            await visit.Page.Locator($"main select[name={field}]").SelectOptionAsync(await visit.Page.Locator($"main select[name={field}] option", new() { HasText = name }).GetAttributeAsync("value") ?? "");
        await visit.Press("Montrer");
        await Assertions.Expect(visit.Page.Locator("main section h2")).ToHaveTextAsync(["Comme prévu", "Vingt mille demandes"]);
        await Assertions.Expect(visit.Page.Locator("main section figure svg[role=img]")).ToHaveCountAsync(8);
        var places = await visit.Page.Locator("main section").EvaluateAllAsync<double[]>("all => all.map(one => one.getBoundingClientRect().top)");
        Assert.That(places[0] == places[1], Is.EqualTo(!phone), "beside each other where there is room");
        await Looks(visit, phone ? "plans-telephone" : "plans");
    }

    [Test]
    public async Task Explains_a_supposition_that_cannot_be_and_keeps_what_was_typed()
    {
        await using var visit = await Visit.Start();
        await visit.SignIn("Paul Giraud");
        visit.ExpectedStatus.Add(400);
        await visit.Go("/agents/plan?calcul=true&mois=3&croissance=900");
        await visit.Sees("croissance des demandes, en % par an, de -50 à 100");
        await Assertions.Expect(visit.Page.Locator("main input[name=croissance]")).ToHaveValueAsync("900");
        Assert.That(await visit.Violations(), Is.Empty);
    }

    private static async Task Save(Visit visit, string name, bool share)
    {
        await visit.Page.Locator("main input#Name").FillAsync(name);
        if (share) await visit.Page.Locator("main input[name=Share][type=checkbox]").CheckAsync(new() { Force = true });
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Garder", Exact = true }).ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("plan=", StringComparison.Ordinal));
        await visit.Sees(name);
    }

    /// <summary>Full-time equivalents that no legal date be missed.</summary>
    private static async Task<double> Need(Visit visit) =>
        double.Parse(await visit.Page.Locator("main table").First.Locator("tbody td").First.InnerTextAsync(), System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    private static async Task<string> Chart(Visit visit) => (await visit.Page.Locator("main figure svg").First.GetAttributeAsync("aria-label"))!;

    /// <summary>What the first chart says in words stands in the table under it.</summary>
    private static async Task SaysTheSameTwice(Visit visit)
    {
        var last = await visit.Page.Locator("main table", new() { HasText = "Stock, mois par mois" }).Locator("tbody tr").Last.Locator("th, td").AllInnerTextsAsync();
        Assert.That(await Chart(visit), Does.Contain($"à {last[2].Trim()} en {last[0].Trim()} ; dans huit tirages sur dix, de {last[1].Trim()} à {last[3].Trim()}"));
    }

    private static async Task Looks(Visit visit, string name)
    {
        await visit.Shoot(name);
        Assert.That(await visit.Violations(), Is.Empty);
        await visit.Unfold();
        Assert.That(await visit.Overflows(), Is.Empty);
    }
}
