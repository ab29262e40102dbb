using Anef.PartnerOrganisations.Settings;
using Microsoft.Extensions.Logging;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>A Maildir on this machine: what is in <c>new</c> is taken, and goes to <c>cur</c>.</summary>
internal sealed class MaildirMailbox(MailboxOptions options, PartnerOptions partners, ILogger<MaildirMailbox> log) : IMailbox
{
    /// <summary>Of a mail that is too large: enough for its headers.</summary>
    private const int Beginning = 65_536;

    public async Task Read(Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct)
    {
        var arrived = Directory.CreateDirectory(Path.Combine(options.Folder, "new")).FullName;
        var seen = Directory.CreateDirectory(Path.Combine(options.Folder, "cur")).FullName;
        Directory.CreateDirectory(Path.Combine(options.Folder, "tmp"));
        foreach (var file in Directory.GetFiles(arrived).Order(StringComparer.Ordinal))
        {
            try
            {
                await take(await Content(file, ct), ct);
                File.Move(file, Path.Combine(seen, $"{Path.GetFileName(file)}:2,S"), overwrite: true);
            }
            catch (FileNotFoundException)
            {
                // Another host had it: what is stored twice is stored once.
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "A mail stays where it lies: {File}", Path.GetFileName(file));
            }
        }
    }

    private async Task<ArrivedMail> Content(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        var whole = content.Length <= partners.MaxMailBytes;
        var bytes = new byte[whole ? content.Length : Beginning];
        await content.ReadExactlyAsync(bytes, ct);
        return new(bytes, whole);
    }
}
