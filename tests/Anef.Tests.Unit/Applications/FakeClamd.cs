using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Anef.Tests.Unit.Applications;

/// <summary>Speaks clamd's INSTREAM on a port of its own, and finds a virus in whatever holds the word.</summary>
internal sealed class FakeClamd : IDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly Func<byte[], string> _judge;

    public FakeClamd(Func<byte[], string>? judge = null)
    {
        _judge = judge ?? (content => content.AsSpan().IndexOf("MALWARE"u8) >= 0 ? "stream: Anef.Test FOUND" : "stream: OK");
        _door.Start();
        _ = Serve();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_door.LocalEndpoint).Port}";

    /// <summary>What was sent so far, content by content.</summary>
    public List<byte[]> Seen { get; } = [];

    public void Dispose() => _door.Stop();

    /// <summary>A port where nobody answers.</summary>
    public static string Nobody()
    {
        using var clamd = new FakeClamd();
        return clamd.Address;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var caller = await _door.AcceptTcpClientAsync();
                await using var line = caller.GetStream();
                await Answer(line);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException) { /* closed */ }
    }

    private async Task Answer(NetworkStream line)
    {
        var command = new byte["zINSTREAM\0"u8.Length];
        await line.ReadExactlyAsync(command);
        Assert.That(command, Is.EqualTo("zINSTREAM\0"u8.ToArray()));
        using var content = new MemoryStream();
        for (var head = new byte[4]; ;)
        {
            await line.ReadExactlyAsync(head);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (length == 0) break;
            var chunk = new byte[length];
            await line.ReadExactlyAsync(chunk);
            content.Write(chunk);
        }
        Seen.Add(content.ToArray());
        await line.WriteAsync(System.Text.Encoding.ASCII.GetBytes(_judge(content.ToArray()) + "\0"));
    }
}
