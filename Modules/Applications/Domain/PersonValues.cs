namespace Anef.Applications.Domain;

/// <summary>What the rules ask about a person beside the civil status.</summary>
/// <param name="Protection"><c>refugee</c>, <c>subsidiary</c>, <c>stateless</c>, or null.</param>
/// <param name="FamilyOf">Whose family: a person's id, or words.</param>
/// <param name="FamilyOfProtected">That person is a beneficiary of protection.</param>
internal sealed record Situation(string? Protection, DateOnly? RecognisedOn, DateOnly? EnteredOn, string? FamilyOf, bool FamilyOfProtected);

/// <summary>How a person is reached.</summary>
/// <param name="Safe">Nothing may leave for these addresses.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record ContactDetails(string? Email, string? Phone, PostalAddress? Address, bool Safe, string Language)
{
    /// <summary>The postal address is shown to nobody but the referents of the prefecture, and printed on nothing that others read.</summary>
    public bool AddressConfidential { get; init; }

    /// <summary>By the names under which they are amended.</summary>
    public Dictionary<string, string> AsAnswers() => new (string Field, string? Answer)[]
        {
            ("email", Email), ("phone", Phone), ("language", Language), ("address", Address is { Lines.Count: > 0 } ? string.Join('\n', Address.Lines) : null),
            ("postcode", Address?.Postcode), ("commune", Address?.Commune),
        }.Where(a => a.Answer is not null).ToDictionary(a => a.Field, a => a.Answer!);
}

internal sealed record PostalAddress(IReadOnlyList<string> Lines, string? Postcode, string? Commune)
{
    /// <summary>As written on an envelope.</summary>
    public IReadOnlyList<string> Written() =>
        $"{Postcode} {Commune}".Trim() is { Length: > 0 } place ? [.. Lines, place] : Lines;
}
