using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Anef.Tests.Integration.Post;

/// <summary>The least that a mail server can be: it takes whatever comes over plain SMTP, and remembers what it took.</summary>
internal sealed class Letterbox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly Task _doorman;

    public Letterbox()
    {
        _listener.Start();
        _doorman = LetIn();
    }

    /// <summary>Mails whose last line has come, whether or not the sender heard that they were taken.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>Before it says that it took a mail; a server may be slow, or never say it.</summary>
    public Func<MimeMessage, CancellationToken, Task> BeforeAnswer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What sends a host here.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{((IPEndPoint)_listener.LocalEndpoint).Port}",
        ["Mail:Security"] = "None",
    };

    public void ConfigureHouse(HostApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(Settings);

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await _doorman;
        _closed.Dispose();
    }

    private async Task LetIn()
    {
        var guests = new List<Task>();
        try
        {
            while (true) guests.Add(Serve(await _listener.AcceptTcpClientAsync(_closed.Token)));
        }
        catch (OperationCanceledException) { await Task.WhenAll(guests); }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try { await Talk(client.GetStream(), _closed.Token); }
            // The other side was killed, or the test is over.
            catch (Exception fault) when (fault is IOException or OperationCanceledException) { }
        }
    }

    private async Task Talk(NetworkStream line, CancellationToken ct)
    {
        using var reader = new StreamReader(line, Encoding.Latin1);
        await Say("220 letterbox");
        while (await reader.ReadLineAsync(ct) is { } said)
        {
            var verb = said.Split(' ')[0].ToUpperInvariant();
            if (verb == "QUIT") break;
            if (verb == "DATA") await Take();
            else await Say("250 ok");
        }

        async Task Take()
        {
            await Say("354 go on");
            var text = new StringBuilder();
            while (await reader.ReadLineAsync(ct) is { } words)
            {
                if (words == ".")
                {
                    var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), ct);
                    _taken.Enqueue(mail);
                    await BeforeAnswer(mail, ct);
                    await Say("250 taken");
                    return;
                }
                text.Append(words.StartsWith('.') ? words[1..] : words).Append("\r\n");
            }
        }

        async Task Say(string words) => await line.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), ct);
    }
}
