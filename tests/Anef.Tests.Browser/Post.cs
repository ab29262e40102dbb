using System.Text.RegularExpressions;
using Anef.Tests.Support;
using MimeKit;

namespace Anef.Tests.Browser;

/// <summary>The mails that lie in a site's outgoing folder.</summary>
internal static partial class Post
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The code of the newest mail to an address, once so many have left.</summary>
    public static async Task<string> CodeTo(AnefSite site, string address, int mails = 1)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "mail")).FullName;
        using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        var limit = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(limit) < Patience)
        {
            if (Codes(folder, address) is { } codes && codes.Count >= mails) return codes[^1];
            await Task.Run(() => watcher.WaitForChanged(WatcherChangeTypes.All, TimeSpan.FromMilliseconds(200)));
        }
        throw new TimeoutException($"no code for {address}");
    }

    private static List<string> Codes(string folder, string address) =>
        [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(f => f.CreationTimeUtc).Select(f => MimeMessage.Load(f.FullName))
            .Where(m => m.To.Mailboxes.Any(t => t.Address == address)).Select(m => Code().Match(m.TextBody ?? "")).Where(m => m.Success).Select(m => m.Value)];

    [GeneratedRegex(@"\d{4} \d{4}")]
    private static partial Regex Code();
}
