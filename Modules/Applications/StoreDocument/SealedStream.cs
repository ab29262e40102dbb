namespace Anef.Applications.StoreDocument;

/// <summary>Reads a sealed file, one record in memory at a time.</summary>
internal sealed class SealedStream(FileStream file, IReadOnlyList<SealedRecord> records, Func<FileStream, int, SealedRecord, byte[]> unseal) : Stream
{
    private int _place = -1;
    private byte[] _content = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = records.Count == 0 ? 0 : records[^1].Start + records[^1].Length;

    public override long Position { get; set; }

    /// <exception cref="System.Security.Cryptography.CryptographicException">Somebody has touched the file.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || Position >= Length) return 0;
        var record = Reach(Position);
        var from = (int)(Position - record.Start);
        var count = Math.Min(buffer.Length, record.Length - from);
        _content.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = Math.Max(0, origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    });

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private SealedRecord Reach(long position)
    {
        if (_place >= 0 && Holds(records[_place], position)) return records[_place];
        var (low, high) = (0, records.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (records[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        (_content, _place) = (unseal(file, low, records[low]), low);
        return records[low];
    }

    private static bool Holds(SealedRecord record, long position) => position >= record.Start && position < record.Start + record.Length;
}
