namespace Anef.Attestations.Pdf;

/// <summary>An element of the document's structure, as a screen reader hears it: <c>H1</c>, <c>P</c>, <c>Table</c>, <c>Figure</c>…</summary>
internal sealed class Tag(string role)
{
    public string Role { get; } = role;

    public List<Tag> Children { get; } = [];

    /// <summary>Where its content stands: page and mark, from 0.</summary>
    public List<(int Page, int Mark)> Marks { get; } = [];

    /// <summary>What is said of a figure.</summary>
    public string? Alternative { get; init; }

    /// <summary>Where it is not the document's.</summary>
    public string? Language { get; init; }

    public Tag Add(string role, string? language = null, string? alternative = null)
    {
        var child = new Tag(role) { Language = language, Alternative = alternative };
        Children.Add(child);
        return child;
    }
}
