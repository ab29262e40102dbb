using Anef.Applications.Contracts;
using Anef.HautsDeSeine;
using Anef.SharedKernel.Modules;
using Anef.Tests.Support;
using Autofac;

namespace Anef.Tests.Unit.Prefectures;

internal sealed class RoutingInHautsDeSeine
{
    private readonly CommuneRouting _routing = new();

    [TestCase("Antony", "Antony")]
    [TestCase("Montrouge", "Antony")]
    [TestCase("Vanves", "Boulogne-Billancourt")]
    [TestCase("Ville-d'Avray", "Boulogne-Billancourt")]
    [TestCase("Saint-Cloud", "Nanterre")]
    [TestCase("Courbevoie", "Nanterre")]
    public void Goes_by_the_arrondissement_of_the_commune(string commune, string site) =>
        Assert.That(_routing.SiteFor(commune, null), Is.EqualTo(site));

    [TestCase("CHATENAY MALABRY", "Antony")]
    [TestCase("châtenay-malabry", "Antony")]
    [TestCase("  Le  Plessis Robinson ", "Antony")]
    [TestCase("Sevres", "Boulogne-Billancourt")]
    [TestCase("Ville d’Avray", "Boulogne-Billancourt")]
    [TestCase("Asnieres s/ Seine", "Nanterre")]
    [TestCase("St-Cloud", "Nanterre")]
    public void Forgives_accents_case_hyphens_and_short_forms(string commune, string site) =>
        Assert.That(_routing.SiteFor(commune, null), Is.EqualTo(site));

    [TestCase("Meudon-la-Forêt", "92360", "Boulogne-Billancourt")]
    [TestCase("La Défense", "92400", "Nanterre")]
    [TestCase("", " 92 120 ", "Antony")]
    public void Falls_back_on_the_postcode(string commune, string postcode, string site) =>
        Assert.That(_routing.SiteFor(commune, postcode), Is.EqualTo(site));

    [Test]
    public void Believes_the_commune_before_the_postcode() =>
        Assert.That(_routing.SiteFor("Antony", "92000"), Is.EqualTo("Antony"));

    [TestCase("Versailles", "78000")]
    [TestCase("", null)]
    public void Says_nothing_of_a_place_that_is_elsewhere(string commune, string? postcode) =>
        Assert.That(_routing.SiteFor(commune, postcode), Is.Null);

    [Test]
    public void Knows_the_36_communes_and_the_three_sites() => Assert.Multiple(() =>
    {
        Assert.That(CommuneRouting.Communes.Select(c => c.Name), Is.Unique.And.Exactly(36).Items);
        Assert.That(CommuneRouting.Communes.CountBy(c => c.Site), Is.EquivalentTo(new Dictionary<string, int> { ["Antony"] = 11, ["Boulogne-Billancourt"] = 8, ["Nanterre"] = 17 }));
    });

    [Test]
    public void Is_registered_under_the_departments_code()
    {
        var builder = new ContainerBuilder();
        builder.RegisterModule<HautsDeSeineModule>();
        using var container = builder.Build();
        Assert.That(container.ResolveKeyed<ISiteRouting>("92"), Is.TypeOf<CommuneRouting>());
    }

    [Test]
    public void Comes_as_a_package_that_names_its_department()
    {
        var manifest = ModuleManifest.Read(Repository.PathOf("Modules", "Prefecture.HautsDeSeine", "module.json"));
        Assert.Multiple(() =>
        {
            Assert.That(manifest.Prefecture, Is.EqualTo("92"));
            Assert.That(manifest.NeedsHost, Is.EqualTo(new Version(0, 1)));
        });
    }
}
