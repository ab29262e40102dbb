using System.Globalization;
using System.Text;

namespace Anef.Attestations.Pdf;

/// <summary>Writes the structure that PdfPig leaves empty: elements, and for each page which element its marks belong to.</summary>
internal sealed class Structure(PdfUpdate update, IReadOnlyList<int> pages)
{
    private readonly List<SortedDictionary<int, int>> _parents = [.. pages.Select(_ => new SortedDictionary<int, int>())];

    /// <returns>Number of the structure's root.</returns>
    public int Write(Tag document)
    {
        var root = update.Reserve();
        var top = Write(document, root);
        var tree = update.Reserve();
        var pages = _parents.Select((marks, page) => $"{page} [ {string.Join(' ', marks.Values.Select(n => $"{n} 0 R"))} ]");
        update.Set(tree, $"<< /Nums [ {string.Join(' ', pages)} ] >>");
        update.Set(root, $"<< /Type /StructTreeRoot /K [ {top} 0 R ] /ParentTree {tree} 0 R /ParentTreeNextKey {_parents.Count} >>");
        return root;
    }

    private int Write(Tag tag, int parent)
    {
        var number = update.Reserve();
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<< /Type /StructElem /S /{tag.Role} /P {parent} 0 R");
        if (tag.Language is { } language) body.Append(CultureInfo.InvariantCulture, $" /Lang ({language})");
        if (tag.Alternative is { } words) body.Append(CultureInfo.InvariantCulture, $" /Alt {PdfUpdate.Text(words)}");
        if (tag.Role == "TH") body.Append(" /A << /O /Table /Scope /Row >>");
        body.Append(" /K [");
        foreach (var child in tag.Children) body.Append(CultureInfo.InvariantCulture, $" {Write(child, number)} 0 R");
        foreach (var (page, mark) in tag.Marks)
        {
            _parents[page][mark] = number;
            body.Append(CultureInfo.InvariantCulture, $" << /Type /MCR /Pg {pages[page]} 0 R /MCID {mark} >>");
        }
        update.Set(number, body.Append(" ] >>").ToString());
        return number;
    }
}
