using MimeKit;

namespace Anef.Notifications.ReadBounces;

/// <summary>The mailbox of returns.</summary>
internal interface IBounceBox
{
    /// <summary>Gives each new mail to the reader; one that was read to its end is not given again.</summary>
    Task Read(Func<MimeMessage, Task> read, CancellationToken ct);
}

/// <summary>Nobody configured one.</summary>
internal sealed class NoBounceBox : IBounceBox
{
    public Task Read(Func<MimeMessage, Task> read, CancellationToken ct) => Task.CompletedTask;
}
