using Anef.Tests.Architecture.Rules;
using Anef.Tests.Support;

namespace Anef.Tests.Architecture;

public sealed class AddressesOfPages
{
    [Test]
    public void No_two_pages_share_one() => Assert.That(Routes.Faults(Views()), Is.Empty);

    [Test]
    public void The_pages_are_looked_at() => Assert.That(Views().Count(v => v.Text.Contains("@page", StringComparison.Ordinal)), Is.Positive);

    [TestCase("@page \"/verifier/{number}\"", "@page \"/verifier/{id:guid}\"", "« /verifier/{number} » is the address of A.cshtml and B.cshtml")]
    [TestCase("@page \"/Verifier/\"", "@page \"/verifier\"", "« /Verifier/ » is the address of A.cshtml and B.cshtml")]
    [TestCase("@page", "@page \"/b\"", "A.cshtml: @page «  » is not absolute")]
    public void Pages_that_do_are_found(string first, string second, string words) =>
        Assert.That(Routes.Faults([("A.cshtml", first), ("B.cshtml", second)]), Is.EqualTo(new[] { words }));

    [Test]
    public void Views_that_are_no_pages_have_none() => Assert.That(Routes.Faults([("A.cshtml", "<p/>"), ("B.cshtml", "<p/>")]), Is.Empty);

    private static IEnumerable<(string File, string Text)> Views() => LongFiles.InProduction(Repository.Root)
        .Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)).Select(f => (f, File.ReadAllText(Repository.PathOf(f))));
}
