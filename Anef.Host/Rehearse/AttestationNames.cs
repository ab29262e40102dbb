namespace Anef.Host.Rehearse;

/// <summary>Gives attestations the names that a file calls them by, in the order in which they were issued.</summary>
internal sealed class AttestationNames
{
    private const string Issued = "AttestationIssued";
    private readonly Dictionary<string, string> _nameOf = [];
    private readonly Dictionary<string, string> _numberOf = [];
    private readonly Dictionary<string, int> _last = [];

    /// <summary>Facts that tell of an attestation by its number.</summary>
    public static IReadOnlyCollection<string> Named { get; } = [Issued, "AttestationSuperseded", "AttestationRevoked"];

    /// <summary>Takes note of a fact; facts must come in order.</summary>
    public void Note(Fact fact)
    {
        if (fact.Name != Issued || fact.Text("application") is not { } application || fact.Text("number") is not { } number) return;
        var name = fact.Text("kind") switch
        {
            "filingConfirmation" => $"{application}#0",
            "legalCoverage" => Next($"{application}#L"),
            "continuity" => Next($"{application}#C"),
            _ => Next($"{application}#"),
        };
        _nameOf[number] = name;
        _numberOf.TryAdd(name, number);
    }

    public string? NameOf(string number) => _nameOf.GetValueOrDefault(number);

    public string? NumberOf(string name) => _numberOf.GetValueOrDefault(name);

    private string Next(string prefix) => $"{prefix}{_last[prefix] = _last.GetValueOrDefault(prefix) + 1}";
}
