using System.Net;
using System.Text;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Access;

/// <summary>Every door, every role, every kind of data: what is answered stands in <c>table.txt</c>, and nothing else may be.</summary>
/// <remarks>
/// A cell: <c>o</c> answered; <c>.</c> not found, as what belongs to others; <c>-</c> refused.
/// After a change that is meant: <c>ANEF_APPROVE=1 dotnet test …</c> writes the table again, and whoever reviews reads its difference.
/// </remarks>
internal sealed class WhoMayUseWhat
{
    private static string Table => Repository.PathOf("tests/Anef.Tests.Integration/Access/table.txt");

    [Test]
    public async Task Is_as_the_table_says()
    {
        await using var site = await AnefSite.Start(configure: builder => builder.Services.AddSingleton<IAntiforgery, AnyForm>());
        var world = await World.Make(site);
        var actual = await Walk(site, world);
        if (Environment.GetEnvironmentVariable("ANEF_APPROVE") == "1") await File.WriteAllTextAsync(Table, actual);
        Assert.That(actual.Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).Split('\n')));
        Assert.That(site.Faults.Where(f => f.StartsWith("Unexpected", StringComparison.Ordinal)), Is.Empty);
    }

    private static async Task<string> Walk(AnefSite site, World world)
    {
        var visitors = Visitors.Of(world);
        var table = new StringBuilder();
        for (var i = 0; i < visitors.Count; i++) table.Append(new string(' ', i)).Append("┌ ").Append(visitors[i].Name).Append('\n');
        foreach (var door in await Doors.Of(site.Services))
            foreach (var (target, path) in Addresses.Of(door, world))
            {
                foreach (var (_, visitor) in visitors) table.Append(await Knock(site, visitor, door.Method, path));
                table.Append("  ").Append(door).Append(target is null ? "" : $"  [{target}]").Append('\n');
            }
        return table.ToString().TrimEnd();
    }

    private static async Task<char> Knock(AnefSite site, SharedKernel.Security.Visitor? visitor, string method, string path)
    {
        using var browser = site.Browser();
        if (visitor is not null) browser.As(visitor);
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("Tus-Resumable", "1.0.0"); // uploads answer to nothing else
        if (method is "POST") request.Content = new FormUrlEncodedContent([]);
        using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => '-',
            HttpStatusCode.NotFound => '.',
            HttpStatusCode.InternalServerError => '!',
            _ => 'o',
        };
    }
}
