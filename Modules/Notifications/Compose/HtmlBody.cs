using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Anef.Notifications.Domain;

namespace Anef.Notifications.Compose;

/// <summary>The HTML of a message, made from its text: paragraphs, lists, links. Everything is escaped.</summary>
internal static partial class HtmlBody
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string From(string text, string subject, string sender, string language) => Library.Frame.Fill(new Dictionary<string, string?>
    {
        ["language"] = language,
        ["direction"] = language == "ar" ? "rtl" : "ltr",
        ["align"] = language == "ar" ? "right" : "left",
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

    private static IEnumerable<(bool IsList, List<string> Lines)> Runs(string[] lines)
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

    private static string Inline(string line)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match link in Link().Matches(line))
        {
            var url = Encoder.Encode(link.Value);
            html.Append(Encoder.Encode(line[from..link.Index])).Append("<a dir=\"ltr\" style=\"color:#000091\" href=\"").Append(url).Append("\">").Append(url).Append("</a>");
            from = link.Index + link.Length;
        }
        return html.Append(Encoder.Encode(line[from..])).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,;:!?)،]")]
    private static partial Regex Link();
}
