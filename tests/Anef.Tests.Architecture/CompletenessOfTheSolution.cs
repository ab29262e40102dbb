using Anef.Tests.Support;

namespace Anef.Tests.Architecture;

public sealed class CompletenessOfTheSolution
{
    [Test]
    public void Every_project_is_in_it()
    {
        var solution = File.ReadAllText(Repository.PathOf("Anef.sln"));
        var missing = Projects().Where(p => !solution.Contains($"\"{p.Replace('/', '\\')}\"", StringComparison.Ordinal)).ToList();
        Assert.That(missing, Is.Empty, "dotnet sln Anef.sln add … --solution-folder …");
    }

    [Test]
    public void The_projects_are_looked_at() => Assert.That(Projects(), Does.Contain("Anef.Host/Anef.Host.csproj").And.Member("tests/Anef.Tests.Unit/Anef.Tests.Unit.csproj"));

    private static IEnumerable<string> Projects() => new[] { "Anef.Host", "Anef.SharedKernel", "Modules", "tests", "build" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        // A template is a project only once it is made.
        .Where(file => !file.StartsWith("build/templates/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
}
