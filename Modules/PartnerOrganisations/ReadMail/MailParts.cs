using MimeKit;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>A text of a mail, or of one that it forwards.</summary>
/// <param name="Html">The same as it stands in the HTML, where there is one.</param>
internal sealed record Letter(string Text, string? Html, string Subject);

/// <summary>A file of a mail, not looked at yet.</summary>
/// <param name="Charset">As declared, where it is a text.</param>
internal sealed record Attached(string Name, string MediaType, string? Charset, byte[] Content);

/// <summary>A mail taken apart: texts and files, in their order, those of forwarded mails included.</summary>
internal sealed class MailParts
{
    private static readonly string[] Signatures = ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-keys"];

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private long bytes;
    private int parts;

    public string Subject { get; private init; } = "";

    public List<Letter> Letters { get; } = [];

    public List<Attached> Files { get; } = [];

    public List<string> Notes { get; } = [];

    /// <exception cref="MailFault">Too large, too deep, too many parts.</exception>
    public static MailParts Of(MimeMessage mail)
    {
        var parts = new MailParts { Subject = mail.Subject ?? "" };
        parts.Open(mail, 0, 0);
        return parts;
    }

    private void Open(MimeMessage mail, int forwards, int depth)
    {
        if (forwards > MailLimits.Forwards) throw new MailFault("tooDeep");
        Take(mail.Body, mail.Subject ?? "", forwards, depth);
    }

    private void Take(MimeEntity? entity, string subject, int forwards, int depth)
    {
        if (depth > MailLimits.Depth) throw new MailFault("tooDeep");
        if (++parts > MailLimits.Parts) throw new MailFault("tooManyParts");
        switch (entity)
        {
            case MessagePart { Message: { } forwarded }:
                Open(forwarded, forwards + 1, depth + 1);
                break;
            case MultipartAlternative choice:
                Choose(choice, subject, forwards, depth);
                break;
            case Multipart { Count: 0, Preamble: { Length: > 0 } unparted }:
                // Its boundary never comes: what was written is all before it.
                Letters.Add(new(Fold.Clean(unparted), null, subject));
                break;
            case Multipart several:
                foreach (var part in several) Take(part, subject, forwards, depth + 1);
                break;
            case MimePart part:
                Take(part, subject);
                break;
        }
    }

    /// <summary>Several writings of one text are one letter; what else stands among them are files.</summary>
    private void Choose(MultipartAlternative choice, string subject, int forwards, int depth)
    {
        var before = Letters.Count;
        foreach (var part in choice) Take(part, subject, forwards, depth + 1);
        if (Letters.Count - before < 2) return;
        var written = Letters[before..];
        Letters.RemoveRange(before, written.Count);
        var text = string.Join('\n', written.Where(l => l.Html is null).Select(l => l.Text));
        var html = string.Join('\n', written.Select(l => l.Html).OfType<string>());
        Letters.Add(string.IsNullOrWhiteSpace(text) ? new(html, html, subject) : new(text, html.Length == 0 ? null : html, subject));
    }

    private void Take(MimePart part, string subject)
    {
        if (part.Content is null || Signatures.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase)) return;
        bytes += part.Content.Stream is { CanSeek: true } packed ? packed.Length : MailLimits.Bytes;
        if (bytes > MailLimits.Bytes) throw new MailFault("tooLarge");
        var content = Content(part);
        if (part is TextPart body && IsLetter(body)) Read(body, content, subject);
        else if (!IsDecoration(part, content)) Files.Add(new(NameOf(part), part.ContentType.MimeType, part.ContentType.Charset, content));
    }

    private static bool IsLetter(TextPart body) => string.IsNullOrWhiteSpace(body.FileName) && !body.IsAttachment && !body.ContentType.IsMimeType("text", "csv");

    private void Read(TextPart body, byte[] content, string subject)
    {
        var text = TextDecoding.Decode(content, body.ContentType.Charset, out var fellBack);
        if (fellBack) Notes.Add($"charset {Clip(body.ContentType.Charset, MailLimits.Quoted)}");
        if (!body.IsHtml) Letters.Add(new(text, null, subject));
        else if (HtmlText.Of(text) is var seen) Letters.Add(new(seen, seen, subject));
    }

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }

    private static bool IsDecoration(MimePart part, byte[] content) =>
        part.ContentId is not null && !part.IsAttachment && part.ContentType.IsMimeType("image", "*") && content.Length < MailLimits.Decoration;

    /// <summary>Without any path, nor signs that could mislead; a second one of the same name gets a number.</summary>
    private string NameOf(MimePart part)
    {
        var written = Fold.Clean(part.FileName ?? "").Replace('\n', ' ').Replace('\t', ' ');
        var name = Clip(string.Concat(written[(written.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim(), MailLimits.FileName);
        if (name.Trim('.').Length == 0) name = $"piece.{part.ContentType.MediaSubtype switch { "csv" => "csv", "json" => "json", "pdf" => "pdf", "jpeg" => "jpg", "png" => "png", _ => "bin" }}";
        var (bare, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var again = 2; !names.Add(name); again++) name = $"{bare} ({again}){ending}";
        return name;
    }

    public static string Clip(string? text, int longest) => text is null ? "" : text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
