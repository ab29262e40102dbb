using System.Net;
using System.Text.RegularExpressions;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Accounts;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The words of the errors that the page shows.</summary>
    public string Errors => Html.Contains("data-errors", StringComparison.Ordinal) ? Html[Html.IndexOf("data-errors", StringComparison.Ordinal)..] : "";
}

/// <summary>Somebody with a browser of their own: it keeps cookies and fills in forms.</summary>
internal sealed partial class Guest(AnefSite site) : IDisposable
{
    private readonly HttpClient _browser = site.Browser();

    public HttpClient Browser => _browser;

    public void Dispose() => _browser.Dispose();

    public async Task<Answer> Get(string path)
    {
        using var response = await _browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await Read(response);
    }

    /// <summary>Opens the page and sends its form.</summary>
    public async Task<Answer> Post(string path, string? handler, params (string Name, string? Value)[] fields)
    {
        var form = await Get(path);
        var all = fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)).Append(new("__RequestVerificationToken", Token().Match(form.Html).Groups["token"].Value));
        using var content = new FormUrlEncodedContent(all);
        using var response = await _browser.PostAsync(new Uri(handler is null ? path : $"{path.Split('?')[0]}?handler={handler}", UriKind.Relative), content);
        return await Read(response);
    }

    /// <summary>Goes wherever the answers lead, over any host, until one leads no further.</summary>
    public async Task<Answer> Follow(string path)
    {
        var answer = await Get(path);
        for (var steps = 0; answer.Location is { } next && steps < 12; steps++) answer = await Get(next);
        return answer;
    }

    /// <summary>Whether the account's own page opens.</summary>
    public async Task<bool> IsIn() => (await Get("/compte")).Status == HttpStatusCode.OK;

    private static async Task<Answer> Read(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
