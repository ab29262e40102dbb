using System.Text.Json;

namespace Anef.Notifications.Domain;

/// <summary>What a mail to an organisation has beside its words: from whom, in which thread, with what.</summary>
internal sealed record Envelope(string From, string FromName, string? ReplyTo, string? InReplyTo, IReadOnlyList<string> References, IReadOnlyList<Enclosed> Enclosed)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static Envelope Read(string written) => JsonSerializer.Deserialize<Envelope>(written)!;
}

/// <summary>A text that goes with it.</summary>
internal sealed record Enclosed(string Name, string Type, string Text);
