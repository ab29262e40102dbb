using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Anef.Attestations.Pdf;

/// <summary>An incremental update of a file as PdfPig writes it: one table of references, at the end.</summary>
internal sealed partial class PdfUpdate
{
    private const int TableLine = 20;
    private readonly byte[] _pdf;
    private readonly long _table;
    private readonly int _first;
    private readonly int _count;
    private readonly SortedDictionary<int, string> _objects = [];
    private readonly string _info;

    public PdfUpdate(byte[] pdf)
    {
        _pdf = pdf;
        var tail = Encoding.Latin1.GetString(pdf, pdf.Length - 600, 600);
        var trailer = tail[tail.LastIndexOf("trailer", StringComparison.Ordinal)..];
        _table = long.Parse(Table().Match(trailer).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Root = Reference(trailer, "Root");
        _info = $"/Info {Reference(trailer, "Info")} 0 R";
        var head = Encoding.Latin1.GetString(pdf, (int)_table, 40);
        var size = Head().Match(head);
        _count = int.Parse(size.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        _first = (int)_table + size.Length;
        Next = _count;
        // PdfPig draws the identity by chance; the same document shall be the same file.
        var identity = Convert.ToHexString(SHA256.HashData(pdf.AsSpan(0, (int)_table)).AsSpan(0, 16));
        Identity = $"/ID [ <{identity}><{identity}>]";
        var old = Known().Match(trailer);
        Encoding.Latin1.GetBytes(Identity, pdf.AsSpan(pdf.Length - trailer.Length + old.Index));
    }

    public int Root { get; }

    public int Next { get; private set; }

    private string Identity { get; }

    public int Reserve() => Next++;

    public void Set(int number, string body) => _objects[number] = body;

    /// <summary>What an object is now.</summary>
    public string Body(int number)
    {
        var start = (int)long.Parse(Encoding.Latin1.GetString(_pdf, _first + (number * TableLine), 10), CultureInfo.InvariantCulture);
        var length = _pdf.AsSpan(start).IndexOf("endobj"u8);
        var text = Encoding.Latin1.GetString(_pdf, start, length);
        return text[(text.IndexOf("obj", StringComparison.Ordinal) + 3)..].Trim();
    }

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<int> Pages => [.. Numbers().Matches(Kids().Match(Body(Reference(Body(Root), "Pages"))).Groups[1].Value)
        .Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    /// <summary>Adds entries to a dictionary.</summary>
    public static string With(string dictionary, string entries) => $"{dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)]} {entries} >>";

    public static string Text(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";

    /// <summary>The file with its update.</summary>
    public byte[] Finish()
    {
        var update = new StringBuilder("\n");
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = _pdf.Length + update.Length;
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
        var table = _pdf.Length + update.Length;
        update.Append("xref\n");
        foreach (var (number, offset) in offsets)
            update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {Next} /Root {Root} 0 R {_info} {Identity} /Prev {_table} >>\nstartxref\n{table}\n%%EOF\n");
        var whole = new byte[_pdf.Length + update.Length];
        _pdf.CopyTo(whole, 0);
        Encoding.Latin1.GetBytes(update.ToString(), whole.AsSpan(_pdf.Length));
        return whole;
    }

    private static int Reference(string dictionary, string name) =>
        int.Parse(Regex.Match(dictionary, $@"/{name}\s+(\d+)\s+0\s+R").Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Table();

    [GeneratedRegex(@"^xref\s+0\s(\d+)\s*\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"/ID\s*\[[^\]]*\]")]
    private static partial Regex Known();

    [GeneratedRegex(@"/Kids\s*\[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+)\s+0\s+R")]
    private static partial Regex Numbers();
}
