using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Anef.Applications.Domain;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anef.Applications.StoreDocument;

/// <summary>What the scanner says of a content.</summary>
/// <param name="Check"><c>Waiting</c> when it did not answer.</param>
internal sealed record ScanVerdict(FileCheck Check, string? Finding = null);

/// <summary>Asks clamd, where one is configured, by its INSTREAM command.</summary>
internal sealed class VirusScanner(IOptions<DocumentStoreOptions> options, ILogger<VirusScanner> log)
{
    private const int ChunkBytes = 65_536;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(options.Value.ClamAv)) return new(FileCheck.NotAsked);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await Ask(options.Value.ClamAv, content, limit.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal)) return new(FileCheck.Clean);
            if (answer.EndsWith(" FOUND", StringComparison.Ordinal)) return new(FileCheck.Infected, answer["stream: ".Length..^" FOUND".Length]);
            log.LogWarning("The scanner answered {Answer}: the file is kept aside", answer);
        }
        catch (Exception fault) when (fault is SocketException or IOException or FormatException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning(fault, "The scanner does not answer: the file is kept aside");
        }
        return new(FileCheck.Waiting);
    }

    private static async Task<string> Ask(string address, Stream content, CancellationToken ct)
    {
        var colon = address.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(address.AsSpan(colon + 1), out var port)) throw new FormatException($"« {address} » is not host:port");
        using var client = new TcpClient();
        await client.ConnectAsync(address[..colon], port, ct);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[4 + ChunkBytes];
        for (int read; (read = await content.ReadAsync(chunk.AsMemory(4), ct)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await line.WriteAsync(chunk.AsMemory(0, 4 + read), ct);
        }
        await line.WriteAsync(new byte[4], ct);
        using var answer = new MemoryStream();
        await line.CopyToAsync(answer, ct);
        return Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\0', '\n');
    }
}
