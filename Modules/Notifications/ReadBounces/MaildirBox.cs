using MimeKit;

namespace Anef.Notifications.ReadBounces;

/// <summary>A Maildir on this machine: what is in <c>new</c> is read, and goes to <c>cur</c>.</summary>
internal sealed class MaildirBox(BounceOptions options) : IBounceBox
{
    public async Task Read(Func<MimeMessage, Task> read, CancellationToken ct)
    {
        var arrived = Path.Combine(options.Folder, "new");
        if (!Directory.Exists(arrived)) return;
        var seen = Directory.CreateDirectory(Path.Combine(options.Folder, "cur")).FullName;
        foreach (var file in Directory.GetFiles(arrived).Order(StringComparer.Ordinal))
        {
            await read(await MimeMessage.LoadAsync(file, ct));
            File.Move(file, Path.Combine(seen, $"{Path.GetFileName(file)}:2,S"), overwrite: true);
        }
    }
}
