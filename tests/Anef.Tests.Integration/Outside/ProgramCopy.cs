namespace Anef.Tests.Integration.Outside;

/// <summary>The program with its modules and its configuration in a folder of its own, to be spoilt. What is only read is linked and not copied.</summary>
internal static class ProgramCopy
{
    /// <summary>Makes it and returns its folder.</summary>
    public static string Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Symbolic links need a privilege on Windows.");
        var copy = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
        foreach (var file in Directory.GetFiles(HostProcess.Program))
            // The runtime takes a linked program for the one that it is linked to.
            if (Path.GetFileName(file).StartsWith("Anef.Host.", StringComparison.Ordinal)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            else File.CreateSymbolicLink(Path.Combine(copy, Path.GetFileName(file)), file);
        foreach (var sub in Directory.GetDirectories(HostProcess.Program).Where(d => Path.GetFileName(d) != "config"))
            Directory.CreateSymbolicLink(Path.Combine(copy, Path.GetFileName(sub)), sub);
        Copy(Path.Combine(HostProcess.Program, "config"), Path.Combine(copy, "config"));
        var modules = Directory.CreateDirectory(Path.Combine(copy, "modules")).FullName;
        foreach (var module in Directory.GetDirectories(Path.GetFullPath(Path.Combine(HostProcess.Program, "..", "..", "..", "modules"))))
            Directory.CreateSymbolicLink(Path.Combine(modules, Path.GetFileName(module)), module);
        return copy;
    }

    /// <summary>Adds a package that holds a manifest and nothing else.</summary>
    public static void AddModule(string program, string name, string manifest) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(program, "modules", name)).FullName, "module.json"), manifest);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
