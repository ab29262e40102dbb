using MimeKit;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Reads what a mail says, whatever its shape. Text is data: nothing in it is followed.</summary>
/// <remarks>Where there is a table, it makes the lines, and numbered situations of the text add to them; without one, the numbered situations are the lines; without either, the whole text is one.</remarks>
internal static class MailReader
{
    public static MailReading Read(MimeMessage mail)
    {
        try
        {
            return Read(MailParts.Of(mail), mail.Date == DateTimeOffset.MinValue ? null : DateOnly.FromDateTime(mail.Date.DateTime));
        }
        catch (MailFault fault)
        {
            return new([], [], fault.Code);
        }
    }

    private static MailReading Read(MailParts parts, DateOnly? written)
    {
        var files = new MailFiles(written);
        foreach (var file in parts.Files) files.Take(file);
        var texts = parts.Letters.Concat(files.Letters).Select(l => Own(l, files)).Where(t => t.Text.Length > 0).ToList();
        var told = texts.SelectMany(t => t.Items.Select(i => TextLine.Of(i.Number, i.Text, numbered: true, written))).ToList();
        var around = string.Join("\n\n", texts.Select(t => t.Around).Where(t => t.Length > 0));
        var lines = files.Lines.Count > 0 ? Joining.Join(LineNumbers.Give(files.Lines), told) : told.Count > 0 ? told : Letter(parts, texts, written);
        if (lines.Count > MailLimits.Lines) throw new MailFault("tooManyLines");
        // Asked for outside any line, it holds for all of them.
        if (SafeWords.In(around)) lines = [.. lines.Select(l => l with { SafeContact = true })];
        var (matched, notes) = Attachments.Match(LineNumbers.Give(lines), files.Documents);
        return new(matched, files.Documents, matched.Count > 0 ? null : files.Documents.Select(d => d.Fault).OfType<string>().FirstOrDefault() ?? "empty")
        {
            Context = around.Length > 0 && (files.Lines.Count > 0 || told.Count > 0) ? MailParts.Clip(around, MailLimits.Field) : null,
            Notes = [.. parts.Notes, .. files.Notes, .. notes],
        };
    }

    private static OwnText Own(Letter letter, MailFiles files)
    {
        if (files.TakeJson(letter.Text)) return new("", [], "");
        if (PastedTable.In(letter) is { } pasted)
        {
            files.Take(pasted.Table);
            return new(pasted.Around, [], pasted.Around);
        }
        var text = OwnWords.Of(letter);
        var items = NumberedText.Items(text);
        if (items.Count > 0) return new(text, items, NumberedText.Before(text).Trim());
        items = Unnumbered.Items(text, out var before);
        return new(text, items, items.Count > 0 ? before.Trim() : text);
    }

    /// <summary>Without numbers the whole is one situation; without a text, what its subject says.</summary>
    private static List<ReadLine> Letter(MailParts parts, List<OwnText> texts, DateOnly? written)
    {
        var subject = Fold.Clean(parts.Subject).Trim();
        var text = string.Join("\n\n", texts.Select(t => NumberedText.Body(t.Text.Split('\n'))));
        if (text.Length == 0 && subject.Length == 0) return [];
        var line = TextLine.Of(0, text.Length == 0 ? subject : text, numbered: false, written);
        var head = TextLine.Of(0, subject, numbered: false, written);
        return
        [
            line with
            {
                Kind = line.Kind is Kinds.Unknown or "question" && head.Kind != Kinds.Unknown ? head.Kind : line.Kind,
                AttestationEnd = line.AttestationEnd ?? head.AttestationEnd,
                ApplicationNumber = line.ApplicationNumber ?? head.ApplicationNumber,
                ForeignerNumber = line.ForeignerNumber ?? head.ForeignerNumber,
                SafeContact = line.SafeContact || head.SafeContact,
                Faults = [.. line.Faults.Where(f => f != "kind" || head.Kind == Kinds.Unknown)],
            },
        ];
    }

    /// <param name="Around">What is not in its numbered situations.</param>
    private sealed record OwnText(string Text, IReadOnlyList<Item> Items, string Around);
}
