using Anef.Tests.Architecture.Rules;
using Anef.Tests.Support;

namespace Anef.Tests.Architecture;

public sealed class LengthOfFiles
{
    private readonly string _folder = Directory.CreateTempSubdirectory("anef-lines-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void No_file_in_production_is_too_long() => Assert.That(
        LongFiles.Faults(Repository.Root, LongFiles.InProduction(Repository.Root), File.ReadLines(Repository.PathOf("build", "quality", "long-files.txt"))), Is.Empty);

    [Test]
    public void The_files_are_looked_at()
    {
        var files = LongFiles.InProduction(Repository.Root).ToList();
        Assert.That(files, Does.Contain("Anef.SharedKernel/Persistence/ModuleDb.cs").And.Member("Anef.Host/Program.cs"));
        Assert.That(files, Has.None.Contains("/Migrations/"));
    }

    [TestCase(200, "", ExpectedResult = "")]
    [TestCase(201, "", ExpectedResult = "Long.cs has 201 lines, and may have 200")]
    [TestCase(250, "Long.cs 250", ExpectedResult = "")]
    [TestCase(251, "Long.cs 250", ExpectedResult = "Long.cs has 251 lines, and may have 250")]
    [TestCase(249, "Long.cs 250", ExpectedResult = "Long.cs has 249 lines: lower its allowance from 250")]
    [TestCase(200, "Long.cs 250", ExpectedResult = "Long.cs has 200 lines: it needs its allowance no longer")]
    [TestCase(10, "Gone.cs 250", ExpectedResult = "Gone.cs is gone: take its allowance away")]
    public string An_allowance_may_only_shrink(int lines, string allowance)
    {
        File.WriteAllLines(Path.Combine(_folder, "Long.cs"), Enumerable.Repeat("//", lines));
        return string.Join(Environment.NewLine, LongFiles.Faults(_folder, ["Long.cs"], ["# path lines", allowance]));
    }
}
