using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Anef.Applications.StoreDocument;

/// <summary>A file under a key of its own, in records that are sealed one by one: length, nonce, content, tag (AES-GCM).</summary>
/// <remarks>
/// A record is sealed with the file's name and its own place, so that none can be changed, moved or borrowed unseen; that none is missing at the end is told by the size that the database knows.
/// One can always be added: an upload goes on where the connection was lost.
/// </remarks>
internal sealed class SealedFile(string path, Guid id, byte[] key)
{
    public const int RecordBytes = 65_536;
    private const int LengthBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = LengthBytes + NonceBytes;

    /// <summary>Bytes of content in it; zero when there is no such file.</summary>
    public long Length()
    {
        if (!System.IO.File.Exists(path)) return 0;
        using var file = System.IO.File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Index(file).Sum(r => (long)r.Length);
    }

    /// <summary>Adds what comes, until it ends. What came before a connection was lost is kept.</summary>
    /// <param name="room">Bytes that it may take.</param>
    /// <returns>False when more came than there was room for; the rest is not kept.</returns>
    /// <exception cref="IOException">Somebody else is adding to it, or the connection was lost.</exception>
    public async Task<bool> Append(Stream content, long room, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var records = Index(file);
        // A record that a crash cut short is not one.
        file.SetLength(records.Count == 0 ? 0 : records[^1].End);
        file.Position = file.Length;
        var buffer = new byte[RecordBytes];
        for (var place = records.Count; ; place++)
        {
            var (filled, fault) = await Fill(content, buffer, ct);
            if (filled > room) return false;
            if (filled > 0) await Write(file, place, buffer.AsMemory(0, filled));
            room -= filled;
            if (fault is not null || filled < buffer.Length) file.Flush(flushToDisk: true);
            if (fault is not null) throw new IOException("the connection was lost", fault);
            if (filled < buffer.Length) return true;
        }
    }

    /// <summary>Opens it for reading, from any place.</summary>
    public SealedStream Open()
    {
        var file = System.IO.File.Open(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return new SealedStream(file, Index(file), Unseal);
    }

    private static async Task<(int Filled, Exception? Fault)> Fill(Stream content, byte[] buffer, CancellationToken ct)
    {
        var filled = 0;
        try
        {
            for (int read; filled < buffer.Length && (read = await content.ReadAsync(buffer.AsMemory(filled), ct)) > 0;) filled += read;
            return (filled, null);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return (filled, fault);
        }
    }

    private async Task Write(FileStream file, int place, ReadOnlyMemory<byte> content)
    {
        var record = new byte[HeadBytes + content.Length + TagBytes];
        BinaryPrimitives.WriteInt32BigEndian(record, content.Length);
        RandomNumberGenerator.Fill(record.AsSpan(LengthBytes, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(record.AsSpan(LengthBytes, NonceBytes), content.Span, record.AsSpan(HeadBytes, content.Length), record.AsSpan(HeadBytes + content.Length), Place(place));
        await file.WriteAsync(record, CancellationToken.None);
    }

    private byte[] Unseal(FileStream file, int place, SealedRecord record)
    {
        var sealedBytes = new byte[HeadBytes + record.Length + TagBytes];
        file.Position = record.At;
        file.ReadExactly(sealedBytes);
        var content = new byte[record.Length];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(sealedBytes.AsSpan(LengthBytes, NonceBytes), sealedBytes.AsSpan(HeadBytes, record.Length), sealedBytes.AsSpan(HeadBytes + record.Length), content, Place(place));
        return content;
    }

    private byte[] Place(int place)
    {
        var bound = new byte[16 + 4];
        id.TryWriteBytes(bound);
        BinaryPrimitives.WriteInt32BigEndian(bound.AsSpan(16), place);
        return bound;
    }

    private static List<SealedRecord> Index(FileStream file)
    {
        var records = new List<SealedRecord>();
        Span<byte> head = stackalloc byte[LengthBytes];
        for (long at = 0, start = 0; at + HeadBytes + TagBytes < file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            var end = at + HeadBytes + length + TagBytes;
            if (length is <= 0 or > RecordBytes || end > file.Length) break;
            records.Add(new(at, end, start, length));
            (at, start) = (end, start + length);
        }
        return records;
    }
}

/// <summary>Where a record lies in its file, and where its content lies in the whole.</summary>
internal readonly record struct SealedRecord(long At, long End, long Start, int Length);
