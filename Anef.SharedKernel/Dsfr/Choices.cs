using System.Collections;
using System.Text;
using System.Text.Encodings.Web;

namespace Anef.SharedKernel.Dsfr;

/// <summary>Choices of a select that outlive a request: what they look like is written once, for everybody.</summary>
public sealed class Choices : IEnumerable<(string Value, string Words)>
{
    private readonly IReadOnlyList<(string Value, string Words)> _all;
    private string? _html;

    /// <param name="all">Values with their words; the same for whoever reads them.</param>
    public Choices(IEnumerable<(string Value, string Words)> all) => _all = [.. all];

    /// <inheritdoc/>
    public IEnumerator<(string Value, string Words)> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The options, with none of them chosen.</summary>
    internal string Html(HtmlEncoder encoder)
    {
        if (_html is { } known) return known;
        var html = new StringBuilder();
        foreach (var (value, words) in _all)
            html.Append("<option value=\"").Append(encoder.Encode(value)).Append("\">").Append(encoder.Encode(words)).Append("</option>");
        return _html = html.ToString();
    }
}
