using System.Globalization;
using Anef.PartnerOrganisations.ReadMail;
using MimeKit;

namespace Anef.Tests.Integration.Partners;

/// <summary>Reads the tables that these tests write, and nothing else: what a line becomes is looked at here, not how it is read.</summary>
internal static class Tables
{
    public static MailReading Read(MimeMessage mail)
    {
        if (mail.Attachments.OfType<TextPart>().FirstOrDefault() is not { } table) return new([], []);
        var rows = table.Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heads = rows[0].Split(';');
        var files = mail.Attachments.OfType<MimePart>().Where(p => p is not TextPart).Select(p => new MailFile(p.FileName!, p.ContentType.MimeType, Content(p))).ToList();
        return new([.. rows.Skip(1).Select((row, i) => Line(i + 1, heads.Zip(row.Split(';')).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second)))], files);
    }

    private static ReadLine Line(int number, Dictionary<string, string> cells) => new(number, cells["type"])
    {
        Surname = cells.GetValueOrDefault("nom"), GivenNames = cells.GetValueOrDefault("prenoms"),
        BirthDate = cells.TryGetValue("naissance", out var born) ? DateOnly.ParseExact(born, "dd/MM/yyyy", CultureInfo.InvariantCulture) : null,
        ForeignerNumber = cells.GetValueOrDefault("numero_etranger"), ApplicationNumber = cells.GetValueOrDefault("numero_demande"), Procedure = cells.GetValueOrDefault("procedure"),
        Department = cells.GetValueOrDefault("departement"), Instruction = cells.GetValueOrDefault("consigne"), SafeContact = cells.GetValueOrDefault("consigne")?.Contains("NE PAS ECRIRE", StringComparison.Ordinal) ?? false,
        Text = cells.GetValueOrDefault("texte"), Documents = cells.GetValueOrDefault("pieces")?.Split(',') ?? [],
    };

    private static byte[] Content(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
