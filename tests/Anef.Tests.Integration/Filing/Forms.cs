using System.Net;
using System.Text.RegularExpressions;

namespace Anef.Tests.Integration.Filing;

/// <summary>A browser without script: reads pages, fills forms in, follows where they lead.</summary>
internal sealed partial class Forms(HttpClient browser)
{
    /// <summary>The page that was last shown.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public async Task Open(string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        await Show(answer, address);
    }

    /// <summary>Sends the fields to an address, with the token of the page that is shown.</summary>
    public Task Send(string address, params (string Name, string Value)[] fields) =>
        Post(address, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    /// <summary>Sends the fields to the page's own address.</summary>
    public Task Send(params (string Name, string Value)[] fields) => Send(Address, fields);

    public async Task Upload(string document, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(Token), "__RequestVerificationToken" }, { new StringContent(document), "document" } };
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name);
        await Post(Address, form);
    }

    /// <summary>How often the step of this page had been saved.</summary>
    public string Seen => SeenField().Match(Page).Groups[1].Value;

    private string Token => TokenField().Match(Page).Groups[1].Value;

    private async Task Post(string address, HttpContent content)
    {
        using var answer = await browser.PostAsync(new Uri(address.Split('#')[0], UriKind.Relative), content);
        if (answer.StatusCode == HttpStatusCode.Redirect) await Open(answer.Headers.Location!.ToString());
        else await Show(answer, address);
        content.Dispose();
    }

    private async Task Show(HttpResponseMessage answer, string address)
    {
        (Status, Address) = (answer.StatusCode, address.Split('#')[0]);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            await Open(answer.Headers.Location!.ToString());
            return;
        }
        Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9]+)\"")]
    private static partial Regex SeenField();
}
