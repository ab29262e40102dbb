using System.Globalization;

namespace Anef.Applications.Domain;

/// <summary>The answers of a draft by their names. What is not of its shape counts as not given.</summary>
internal sealed record DraftAnswers(IReadOnlyDictionary<string, string> Given)
{
    private static readonly string[] OfThePerson = ["surname", "firstNames", "born", "nationality"];

    public string? this[string field] => Given.GetValueOrDefault(field) is { Length: > 0 } answer ? answer : null;

    public DateOnly? Day(string field) => DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public bool Yes(string field) => this[field] == "yes";

    public IReadOnlyList<string> AddressLines => this["address"]?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether a document is held, with all that the rules ask of it.</summary>
    public bool HoldsPermit => Yes("held") && this["heldProcedure"] is not null && Day("heldUntil") is not null;

    /// <summary>The first step that lacks something without which nothing can be filed, and what; null when none does.</summary>
    public (string Step, string Field)? Missing(bool personIsKnown, bool permitIsKnown)
    {
        if (!permitIsKnown && this["held"] is null) return (DraftSteps.Situation, "held");
        if (!permitIsKnown && Yes("held") && !HoldsPermit) return (DraftSteps.Situation, this["heldProcedure"] is null ? "heldProcedure" : "heldUntil");
        if (personIsKnown) return null;
        foreach (var field in OfThePerson)
            if (this[field] is null || (field == "born" && Day(field) is null)) return (DraftSteps.Identity, field);
        return this["prefecture"] is null ? (DraftSteps.Place, "prefecture") : null;
    }

    /// <summary>How the person says to be reached, over what was known.</summary>
    /// <param name="said">The step was saved: what it left empty is emptied.</param>
    public ContactDetails ContactOver(ContactDetails known, bool said)
    {
        if (!said) return known;
        return known with
        {
            Email = this["email"],
            Phone = this["phone"],
            Language = this["language"] ?? known.Language,
            Safe = Yes("safeContact"),
            Address = new(AddressLines, this["postcode"], this["commune"]),
        };
    }

    /// <summary>What an officer wants to read beside the contact details.</summary>
    public IReadOnlyDictionary<string, string> ForTheFile() =>
        Given.Where(g => g.Key is "heldState" or "heldNumber" or "message" or "movedOn").ToDictionary();
}
