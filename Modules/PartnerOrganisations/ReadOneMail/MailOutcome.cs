using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anef.PartnerOrganisations.ReadOneMail;

/// <summary>What a mail became. Written as JSON under these names, in this order.</summary>
/// <param name="Organisation">Its token; null when the address names none that is known.</param>
/// <param name="Trust"><c>trusted</c> or <c>quarantined</c>.</param>
/// <param name="Reason">Why it is in quarantine, or why nothing of it could be read.</param>
internal sealed record MailOutcome(string? From, string? Organisation, string Trust, string? Reason, IReadOnlyList<LineOutcome> Lines)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public string AsJson() => JsonSerializer.Serialize(this, Options);

    public string AsText()
    {
        var text = new StringBuilder($"De : {From ?? "?"}\nOrganisation : {Organisation ?? "inconnue"}\n{(Trust == "trusted" ? "Digne de confiance." : $"En quarantaine : {Reason}")}\n");
        if (Trust == "trusted" && Reason is not null) text.Append(Reason).Append('\n');
        foreach (var line in Lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.Line}. {line.Kind} : {line.Status}{(line.Reference is { } reference ? $" ({reference})" : "")}{(line.Person is { } person ? $", {person}" : "")}. {line.Reason} {line.Todo}\n");
        return text.ToString().TrimEnd();
    }
}

/// <param name="Person">Name, where a mandate lets it be said.</param>
internal sealed record LineOutcome(int Line, string Kind, string Status, string? Reference, string? Person, string? Reason, string? Todo);
