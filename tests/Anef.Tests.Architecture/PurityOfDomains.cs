using Anef.Tests.Architecture.Rules;

namespace Anef.Tests.Architecture;

public sealed class PurityOfDomains
{
    private static readonly IReadOnlyList<string> Specimens = [.. Domains.Leaks(typeof(PurityOfDomains).Assembly)];

    [TestCaseSource(typeof(House), nameof(House.Modules))]
    public void A_domain_leans_on_the_language_and_the_kernels_rules(string module) => Assert.That(Domains.Leaks(House.Of(module)), Is.Empty);

    [TestCase("LeansOnTheDatabase", "Microsoft.EntityFrameworkCore.DbContext")]
    [TestCase("LeansOnTheWeb", "Microsoft.AspNetCore.Http.HttpContext")]
    [TestCase("LeansOnTheContainer", "Autofac.IComponentContext")]
    [TestCase("LeansOnTheOutbox", "Anef.SharedKernel.Outbox.OutboxMessage")]
    [TestCase("LeansOnTheRestOfItsModule", "Anef.Specimens.Elsewhere.Neighbour")]
    public void What_leans_on_more_is_found(string type, string on) => Assert.That(Specimens, Does.Contain($"Anef.Specimens.Domain.{type} → {on}"));

    [Test]
    public void What_does_not_is_left_alone() => Assert.That(Specimens, Has.None.Contains("Innocent"));
}
