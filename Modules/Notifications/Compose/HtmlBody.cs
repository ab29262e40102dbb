using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Anef.SharedKernel.Languages;

namespace Anef.Notifications.Compose;

/// <summary>The HTML of a message, made from its text: paragraphs, lists, links. Everything is escaped.</summary>
internal static partial class HtmlBody
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string From(string text, string subject, string sender, Language language) => Library.Frame.Fill(new Dictionary<string, string?>
    {
        ["language"] = language.Code,
        ["direction"] = language.RightToLeft ? "rtl" : "ltr",
        ["align"] = language.RightToLeft ? "right" : "left",
        ["subject"] = Encoder.Encode(subject),
        ["sender"] = Encoder.Encode(sender),
        ["body"] = string.Join('\n', text.Split("\n\n").Select(Paragraph)),
    });

    private static string Paragraph(string paragraph)
    {
        var html = new StringBuilder();
        foreach (var run in Runs(paragraph.Split('\n')))
            html.Append(run.IsList
                ? $"<ul style=\"margin:0 0 16px;padding-inline-start:24px\">{string.Concat(run.Lines.Select(l => $"<li>{Inline(l[2..])}</li>"))}</ul>"
                : $"<p style=\"margin:0 0 16px\">{string.Join("<br>", run.Lines.Select(Inline))}</p>");
        return html.ToString();
    }

    /// <summary>Lines that belong together: a list, or not.</summary>
    public static IEnumerable<(bool IsList, List<string> Lines)> Runs(string[] lines)
    {
        (bool IsList, List<string> Lines)? run = null;
        foreach (var line in lines)
        {
            var item = line.StartsWith("- ", StringComparison.Ordinal);
            if (run is { } open && open.IsList != item) { yield return open; run = null; }
            run ??= (item, []);
            run.Value.Lines.Add(line);
        }
        if (run is { } last) yield return last;
    }

    /// <summary>A line cut where its links begin and end.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Pieces(string line)
    {
        var from = 0;
        foreach (Match link in Link().Matches(line))
        {
            if (link.Index > from) yield return (line[from..link.Index], false);
            yield return (link.Value, true);
            from = link.Index + link.Length;
        }
        if (from < line.Length) yield return (line[from..], false);
    }

    private static string Inline(string line) => string.Concat(Pieces(line).Select(piece =>
    {
        var text = Encoder.Encode(piece.Text);
        return piece.IsLink ? $"<a dir=\"ltr\" style=\"color:#000091\" href=\"{text}\">{text}</a>" : text;
    }));

    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,;:!?)،]")]
    private static partial Regex Link();
}
