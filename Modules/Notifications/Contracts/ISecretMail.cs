namespace Anef.Notifications.Contracts;

/// <summary>Says a secret to somebody at once. Nothing of it is kept here, nor tried again: whoever made it makes another.</summary>
public interface ISecretMail
{
    /// <summary>By e-mail.</summary>
    Task Send(SecretMail mail, CancellationToken ct);

    /// <summary>By letter, among those that the prefecture prints.</summary>
    Task Print(SecretLetter letter, CancellationToken ct);
}

/// <summary>A short mail.</summary>
/// <param name="Prefecture">In whose name; null for the service itself.</param>
/// <param name="Recipient">Name.</param>
/// <param name="Address">E-mail address.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Subject">Says nothing of what it is about: others see it on a screen.</param>
/// <param name="Text">Plain text, paragraphs between empty lines.</param>
public sealed record SecretMail(string? Prefecture, string Recipient, string Address, string Language, string Subject, string Text)
{
    /// <summary>Nothing of it belongs in a log.</summary>
    public override string ToString() => nameof(SecretMail);
}

/// <summary>A letter.</summary>
/// <param name="Prefecture">That prints it.</param>
/// <param name="Recipient">Name.</param>
/// <param name="PostalAddress">Lines.</param>
/// <param name="Subject">As above.</param>
/// <param name="Text">In French.</param>
public sealed record SecretLetter(string Prefecture, string Recipient, IReadOnlyList<string> PostalAddress, string Subject, string Text)
{
    /// <summary>Nothing of it belongs in a log.</summary>
    public override string ToString() => nameof(SecretLetter);
}
