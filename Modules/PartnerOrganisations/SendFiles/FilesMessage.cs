using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Anef.PartnerOrganisations.SendFiles;

/// <summary>Files that came by the web or by a program, as the mail that they could have been: one path for all.</summary>
internal static class FilesMessage
{
    /// <summary>The largest that is taken, files together.</summary>
    public const long MostBytes = 25_000_000;

    /// <summary>The same files from the same organisation make the same message, name included.</summary>
    public static byte[] Make(Guid organisation, string from, string to, string? subject, string? text, IReadOnlyList<(string Name, byte[] Content)> files, DateTimeOffset now)
    {
        var message = new MimeMessage { Subject = (subject ?? "").ReplaceLineEndings(" "), Date = now, MessageId = $"{IdOf(organisation, text, files)}@partenaires.anef.invalid" };
        message.From.Add(MailboxAddress.TryParse(from, out var sender) ? sender : new MailboxAddress("", "programme@partenaires.anef.invalid"));
        message.To.Add(MailboxAddress.Parse(to));
        var body = new BodyBuilder { TextBody = text ?? "" };
        foreach (var (name, content) in files) body.Attachments.Add(NameOf(name), content);
        message.Body = body.ToMessageBody();
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }

    private static string NameOf(string name) => Path.GetFileName(name.Replace('\\', '/')) is { Length: > 0 } last ? last : "fichier";

    private static string IdOf(Guid organisation, string? text, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(organisation.ToByteArray());
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")));
        foreach (var (name, content) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(content));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
