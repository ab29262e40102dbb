using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>By what lines and situations are known again.</summary>
internal static class LineKeys
{
    private const string Signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The same for the same content of one organisation, whatever its number in the mail.</summary>
    public static string Hash(Guid organisation, ReadLine line) => Of(organisation, JsonSerializer.Serialize(line with { Number = 0 }));

    /// <summary>The same for lines about the same situation: who, what kind, which request.</summary>
    public static string Fingerprint(Guid organisation, ReadLine line)
    {
        var who = line.ForeignerNumber ?? line.ApplicationNumber ?? $"{Folded(line.Surname)} {Folded(line.GivenNames)} {line.BirthDate:O}";
        var which = line.Kind is "demande" or "fondement" ? line.Procedure : line.ApplicationNumber;
        // Nothing says who or what it is about: it is like no other.
        return string.IsNullOrWhiteSpace(who) ? Hash(organisation, line) : Of(organisation, $"{who}|{line.Kind}|{which?.ToUpperInvariant()}");
    }

    /// <summary>The same for lines of one kind about people of one name; null without a name.</summary>
    public static string? Likeness(Guid organisation, ReadLine line) =>
        string.IsNullOrWhiteSpace(line.Surname) ? null : Of(organisation, $"{Folded(line.Surname)} {Folded(line.GivenNames)}|{line.Kind}");

    /// <summary>All by which a line is known again.</summary>
    public static LineKey Of(Guid organisation, ReadLine line) => new(Hash(organisation, line), Fingerprint(organisation, line), Likeness(organisation, line), line.BirthDate);

    /// <summary>The id of the situation that a line opens: the same when a host that died left its work to another.</summary>
    public static Guid CaseId(Guid batch, int number) => Derived(batch, string.Create(CultureInfo.InvariantCulture, $"case {number}"));

    /// <summary>The id of an act done for a situation.</summary>
    public static Guid ActId(Guid situation, string act) => Derived(situation, act);

    /// <summary>What is quoted: department, year, seven signs and a check.</summary>
    public static string Reference(string? department, int year, Guid situation)
    {
        var bytes = SHA256.HashData(situation.ToByteArray());
        var body = string.Concat(bytes.Take(7).Select(b => Signs[b % Signs.Length]));
        var sum = $"{department}{year}{body}".Select((sign, place) => (place + 1) * (Signs.IndexOf(sign, StringComparison.Ordinal) + Signs.Length)).Sum();
        return string.Create(CultureInfo.InvariantCulture, $"P-{department ?? "00"}-{year}-{body}{Signs[sum % Signs.Length]}");
    }

    /// <summary>Without accents, case and anything but letters and digits.</summary>
    public static string Folded(string? text)
    {
        var folded = new StringBuilder();
        foreach (var sign in (text ?? "").Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(sign)) folded.Append(char.ToLowerInvariant(sign));
        return folded.ToString();
    }

    private static string Of(Guid organisation, string what) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation:N}|{what}")));

    /// <summary>Begins like the id that it is made of, so that rows of one batch lie together.</summary>
    private static Guid Derived(Guid from, string what)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{from:N}|{what}"), bytes);
        from.ToByteArray(bigEndian: true).AsSpan(0, 7).CopyTo(bytes);
        return new Guid(bytes[..16], bigEndian: true);
    }
}

/// <summary>By what a line is known again: as it is, as the situation that it is about, as the person that it names.</summary>
internal sealed record LineKey(string Hash, string Fingerprint, string? Likeness, DateOnly? Born);
