using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anef.Applications.Domain;
using Anef.Applications.FollowApplication;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Languages;

namespace Anef.Applications.ExportSpace;

/// <summary>The export as a page that can be read without us: one heading a request, its days, documents, messages and history.</summary>
internal sealed class Summary
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();
    private readonly Say _say;

    public Summary(Say say, Person person)
    {
        _say = say;
        var identity = person.Identity;
        _html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{say.Language.Code}\" dir=\"{say.Direction}\"><head><meta charset=\"utf-8\"><title>{Safe(say["space.export.title"])}</title></head><body>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<h1>{Safe(say["space.export.title"])}</h1>\n<p>{Safe($"{identity.FirstNames} {identity.Surname}")}, {Safe(say.Day(identity.Born))}</p>\n");
    }

    public void Add(PermitApplication file, IReadOnlyList<ReadMessages.ReadMessages.Line> messages, IReadOnlyList<AttestationSummary> attestations)
    {
        Line("h2", $"{file.Number} – {_say.Named("procedure", file.Procedure, file.ProcedureName)}");
        Line("p", _say[$"space.status.{file.Status}"]);
        Part("space.days.title", LegalDays.Of(file).Select(d => $"{_say[$"space.date.{d.Name}.name"]} : {_say.Day(d.On)}{(d.Rule is { } rule ? $" ({rule.Article})" : "")}"));
        Part("space.documents.title", file.Documents.Select(d => $"{_say.Named("document", d.Code, d.Label)} : {(d.ReceivedOn is { } on ? _say.Day(on) : _say["space.documents.awaited"])}{(d.Versions is [.., { Destroyed: { } ended }] ? $" – {Destroyed(ended)}" : "")}"));
        Part("space.attestations.title", attestations.Select(a => $"{a.Number} : {_say[$"space.kind.{char.ToLowerInvariant(a.Kind.ToString()[0]) + a.Kind.ToString()[1..]}"]}, {_say.Day(a.ValidFrom)} – {(a.ValidUntil is { } until ? _say.Day(until) : "")}"));
        Part("space.messages.title", messages.Select(m => $"{_say.Instant(m.At, file.Zone)} – {_say[m.FromOfficer ? "space.messages.fromPrefecture" : "space.messages.fromYou"]} : {m.Text}"));
        Part("space.history.title", file.History.Select(h => $"{_say.Instant(h.At, file.Zone)} : {HistoryWords.Of(h, _say)}"));
    }

    public string Destroyed(Ended ended) => _say["space.documents.destroyed", ("day", ended.On), ("version", ended.Rule.Version), ("article", ended.Rule.Article)];

    public override string ToString() => $"{_html}</body></html>\n";

    private void Part(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Line("h3", _say[title]);
        _html.Append("<ul>\n");
        foreach (var line in all) Line("li", line);
        _html.Append("</ul>\n");
    }

    private void Line(string tag, string words) => _html.Append(CultureInfo.InvariantCulture, $"<{tag}>{Safe(words)}</{tag}>\n");

    private static string Safe(string words) => Html.Encode(words);
}
