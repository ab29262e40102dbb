using System.Globalization;

namespace Anef.Tests.Architecture.Rules;

/// <summary>No file that runs in production is longer than two hundred lines, but for allowances that may only shrink.</summary>
internal static class LongFiles
{
    private const int Most = 200;

    /// <summary>Files that are too long, and allowances that are larger than they need be.</summary>
    /// <param name="root">Folder that the paths are relative to.</param>
    /// <param name="files">Relative paths.</param>
    /// <param name="allowances">Lines of <c>path lines</c>; empty lines and those that begin with # say nothing.</param>
    public static IEnumerable<string> Faults(string root, IEnumerable<string> files, IEnumerable<string> allowances)
    {
        var allowed = allowances.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
        var lengths = files.ToDictionary(f => f, f => File.ReadLines(Path.Combine(root, f)).Count());
        foreach (var (file, lines) in lengths.Where(l => l.Value > Most))
            if (lines > allowed.GetValueOrDefault(file, Most)) yield return $"{file} has {lines} lines, and may have {allowed.GetValueOrDefault(file, Most)}";
        foreach (var (file, lines) in allowed)
            if (!lengths.TryGetValue(file, out var now)) yield return $"{file} is gone: take its allowance away";
            else if (now <= Most) yield return $"{file} has {now} lines: it needs its allowance no longer";
            else if (now < lines) yield return $"{file} has {now} lines: lower its allowance from {lines}";
    }

    /// <summary>What runs in production: the host, the kernel, the modules, the programs of the build.</summary>
    public static IEnumerable<string> InProduction(string root) => new[] { "Anef.Host", "Anef.SharedKernel", "Modules", "build" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs*", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
        .Where(file => !file.Split('/').Any(part => part is "Migrations" or "bin" or "obj"));
}
