namespace Anef.Notifications.Transports;

/// <summary>A file that is there whole or not at all, and the same however often it is written.</summary>
internal static class WholeFile
{
    public static async Task Write(string path, Func<Stream, Task> content, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.tmp");
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await content(file);
            await file.FlushAsync(ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
