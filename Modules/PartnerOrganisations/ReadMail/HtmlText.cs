using System.Globalization;
using System.Text;
using MimeKit.Text;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a person sees of an HTML text: lines, cells apart by tabs, numbers of numbered lists. Nothing is fetched.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder seen = new();
    private readonly Stack<int> lists = new();
    private int hidden;

    /// <summary>Office programs wrap what stands in a cell in paragraphs; the row is still one line.</summary>
    private bool inCell;

    public static string Of(string html)
    {
        var text = new HtmlText();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token)) text.Take(token);
        return Fold.Clean(text.seen.ToString());
    }

    private void Take(HtmlToken token)
    {
        if (token is HtmlTagToken tag) Tag(tag);
        else if (token is HtmlDataToken data and not HtmlScriptDataToken && token.Kind == HtmlTokenKind.Data && hidden == 0) Say(data.Data);
    }

    /// <summary>In HTML a line break is a space.</summary>
    private void Say(string text)
    {
        foreach (var sign in text)
        {
            var said = sign is '\r' or '\n' or '\t' ? ' ' : sign;
            if (said != ' ' || (seen.Length > 0 && !char.IsWhiteSpace(seen[^1]))) seen.Append(said);
        }
    }

    private void Tag(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.Head:
                if (!tag.IsEmptyElement) hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : 1));
                break;
            case HtmlTagId.Body:
                hidden = 0;
                break;
            case HtmlTagId.OL or HtmlTagId.UL:
                List(tag);
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                Item();
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                inCell = !tag.IsEndTag;
                if (tag.IsEndTag) seen.Append('\t');
                break;
            case HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.BlockQuote:
                seen.Append(inCell ? ' ' : '\n');
                break;
            case HtmlTagId.TR when seen.Length > 0 && seen[^1] != '\n':
                seen.Append('\n');
                break;
        }
    }

    private void List(HtmlTagToken tag)
    {
        if (!tag.IsEndTag) lists.Push(tag.Id == HtmlTagId.OL ? 1 : 0);
        else if (lists.Count > 0) lists.Pop();
        seen.Append('\n');
    }

    private void Item()
    {
        seen.Append('\n');
        if (lists.Count == 0 || lists.Peek() == 0) return;
        var number = lists.Pop();
        lists.Push(number + 1);
        seen.Append(CultureInfo.InvariantCulture, $"{number}) ");
    }
}
