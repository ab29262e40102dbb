using System.Buffers.Binary;

namespace Anef.Applications.StoreDocument;

/// <summary>Whether a photograph is whole, by its structure; the picture itself is not drawn.</summary>
internal static class Photographs
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>Segments up to the scan, with a frame that has a size, then the mark of the end.</summary>
    public static bool IsJpeg(Stream content)
    {
        content.Position = 2;
        Span<byte> head = stackalloc byte[4];
        Span<byte> frame = stackalloc byte[5];
        for (var framed = false; Fill(content, head) && head[0] == 0xFF;)
        {
            var (marker, length) = (head[1], BinaryPrimitives.ReadUInt16BigEndian(head[2..]));
            if (length < 2) return false;
            if (marker == StartOfScan) return framed && HasEnd(content);
            var next = content.Position + length - 2;
            if (IsFrame(marker))
            {
                if (!Fill(content, frame) || BinaryPrimitives.ReadUInt16BigEndian(frame[1..]) == 0 || BinaryPrimitives.ReadUInt16BigEndian(frame[3..]) == 0) return false;
                framed = true;
            }
            if (next >= content.Length) return false;
            content.Position = next;
        }
        return false;
    }

    /// <summary>Chunks from the header, which has a size, to the end chunk.</summary>
    public static bool IsPng(Stream content)
    {
        content.Position = 8;
        Span<byte> head = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        for (var first = true; Fill(content, head); first = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var next = content.Position + length + 4;
            if (next > content.Length) return false;
            if (first && (!head[4..].SequenceEqual("IHDR"u8) || length != 13 || !Fill(content, size) || size[..4].IndexOfAnyExcept((byte)0) < 0 || size[4..].IndexOfAnyExcept((byte)0) < 0)) return false;
            if (head[4..].SequenceEqual("IEND"u8)) return !first;
            content.Position = next;
        }
        return false;
    }

    /// <summary>Boxes that fill the file to its last byte, with one that describes the picture.</summary>
    public static bool IsHeic(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        Span<byte> large = stackalloc byte[8];
        content.Position = 0;
        var described = false;
        while (content.Position < content.Length)
        {
            var at = content.Position;
            if (!Fill(content, head)) return false;
            ulong length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length == 1)
            {
                if (!Fill(content, large)) return false;
                length = BinaryPrimitives.ReadUInt64BigEndian(large);
            }
            described |= head[4..].SequenceEqual("meta"u8) || head[4..].SequenceEqual("moov"u8);
            if (length == 0) return described; // to the end of the file
            if (length < 8 || length > (ulong)(content.Length - at)) return false;
            content.Position = at + (long)length;
        }
        return described;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool HasEnd(Stream content)
    {
        var buffer = new byte[8192];
        for (var (read, last) = (0, (byte)0); (read = content.Read(buffer)) > 0; last = buffer[read - 1])
            if ((last == 0xFF && buffer[0] == EndOfImage) || buffer.AsSpan(0, read).IndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) >= 0) return true;
        return false;
    }

    private static bool Fill(Stream content, Span<byte> buffer) => content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}
