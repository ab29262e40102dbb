using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Filing;

/// <summary>With ClamAV's own daemon, which is given one signature.</summary>
[CancelAfter(120_000)]
internal sealed class ScannedByClamd
{
    private const string Clamd = "/usr/sbin/clamd";
    private const string Virus = "this-is-what-the-only-signature-finds";

    private static readonly string Folder = Directory.CreateTempSubdirectory("anef-clamd-").FullName;
    private static readonly int Port = Free();
    private static Process? _daemon;

    [OneTimeSetUp]
    public static async Task Start()
    {
        if (!File.Exists(Clamd)) Assert.Ignore($"{Clamd} is not there (package clamav-daemon)");
        await File.WriteAllTextAsync(Path.Combine(Folder, "test.ndb"), $"Anef.Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Virus))}\n");
        var settings = Path.Combine(Folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"Foreground yes\nTCPSocket {Port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {Folder}\nTemporaryDirectory {Folder}\n");
        _daemon = Process.Start(new ProcessStartInfo(Clamd, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _daemon.BeginOutputReadLine();
        _daemon.BeginErrorReadLine();
        while (!await Answers()) await Task.Delay(50, TestContext.CurrentContext.CancellationToken);
    }

    [OneTimeTearDown]
    public static void Stop()
    {
        _daemon?.Kill();
        _daemon?.WaitForExit();
        _daemon?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [Test]
    public async Task A_virus_is_refused_in_words_and_not_kept_and_the_rest_is()
    {
        await using var site = await AnefSite.Start(configure: builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Applications:ClamAv"] = $"127.0.0.1:{Port}" });
            builder.Services.AddSingleton<IAntiforgery, Access.AnyForm>();
        });
        using var awa = await Space.Resident.Settle(site);
        using var refused = await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", [.. Space.Resident.Photograph, .. Encoding.ASCII.GetBytes(Virus)]);
        Assert.That((refused.StatusCode, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).Contains("Un virus a été trouvé", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        using var kept = await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", Space.Resident.Photograph);
        Assert.That(kept.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await awa.Look()).Documents.Single(d => d.Code == "VIECOM").Versions, Has.Count.EqualTo(1));
        Assert.That(Directory.EnumerateFiles(Path.Combine(site.Folder, "documents"), "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    private static async Task<bool> Answers()
    {
        if (_daemon!.HasExited) Assert.Fail("clamd ended by itself");
        using var line = new TcpClient();
        try { await line.ConnectAsync(IPAddress.Loopback, Port); }
        catch (SocketException) { return false; }
        return true;
    }

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
