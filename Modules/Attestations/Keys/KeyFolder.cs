using System.Globalization;

namespace Anef.Attestations.Keys;

/// <summary>Keys as files, one a generation: <c>token-0001.pem</c>. Never changed, never removed; readable by their owner alone.</summary>
/// <remarks>A generation has one name, and the move into place fails when it is taken: of two programs that start together one wins.</remarks>
internal sealed class KeyFolder(string path)
{
    /// <summary>Changes with every file that comes.</summary>
    public DateTime ChangedAt => Directory.GetLastWriteTimeUtc(path);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Read(string kind) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, $"{kind}-*.pem").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [];

    /// <summary>Adds the generation after those that are known.</summary>
    /// <returns>False when another program was quicker.</returns>
    public bool Add(string kind, int known, string pem)
    {
        Create();
        var name = Path.Combine(path, $"{kind}-{(known + 1).ToString("D4", CultureInfo.InvariantCulture)}.pem");
        var draft = Path.Combine(path, $".{Guid.CreateVersion7():N}.draft");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.Write(pem);
        try
        {
            File.Move(draft, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            File.Delete(draft);
            return false;
        }
    }

    private void Create()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
