using System.Security.Cryptography;
using System.Text;

namespace Anef.Notifications.Domain;

/// <summary>What is to be told to whom, before it is known in which words and which way.</summary>
/// <param name="Template">The message's name for ever: <c>filingConfirmed</c> …</param>
/// <param name="Once">With the template, the person and the request: what makes this telling the same one when it comes twice.</param>
internal sealed record Intent(string Template, Guid PersonId, Guid? ApplicationId, string Once)
{
    /// <summary>File of words, where the template has several: <c>windowReminderLate</c>.</summary>
    public string Words { get; init; } = Template;

    /// <summary>The day that it reminds of.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Number of the attestation to enclose in a letter.</summary>
    public string? Enclosure { get; init; }

    /// <summary>What the words name: text, <see cref="DateOnly"/>, <see cref="Term"/>, or a list of these. An absent value is null.</summary>
    public Dictionary<string, object?> Values { get; init; } = [];

    /// <summary>64 characters, whatever the length of what made them.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Template}|{PersonId:N}|{ApplicationId:N}|{Once}")));
}

/// <summary>A word that each language has its own for: <c>document.IDN</c>. Unknown, it is said as it came.</summary>
internal sealed record Term(string Group, string Code);
