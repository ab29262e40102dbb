using System.Text.RegularExpressions;

namespace Anef.Tests.Architecture.Rules;

/// <summary>What a project's file refers to: a reference that no code uses leaves no trace in the assembly.</summary>
internal static partial class References
{
    public static IEnumerable<string> ToModules(string project) => Reference().Matches(project).Select(m => m.Groups["path"].Value);

    [GeneratedRegex("""<ProjectReference\s+Include="(?<path>[^"]*)""")]
    private static partial Regex Reference();
}
