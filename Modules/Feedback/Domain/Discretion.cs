using System.Text.RegularExpressions;

namespace Anef.Feedback.Domain;

/// <summary>Leaves out of a text what names its writer, who was asked not to: addresses, telephone and file numbers.</summary>
internal static partial class Discretion
{
    private const string Gone = "[…]";

    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : Numbers().Replace(Addresses().Replace(text.Trim(), Gone), Gone);

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+")]
    private static partial Regex Addresses();

    /// <summary>Six digits or more, with what people put between them; a year or an amount stays.</summary>
    [GeneratedRegex(@"\+?\d(?:[\s.\-/]?\d){5,}")]
    private static partial Regex Numbers();
}
