namespace Anef.Attestations.Domain;

/// <summary>Where keys and numbers of what is written come from.</summary>
internal sealed record Naming(Func<Guid> Id, Func<DateTimeOffset, string> Number)
{
    /// <summary>As always, but in a made-up history.</summary>
    public static Naming ByLot { get; } = new(Guid.CreateVersion7, AttestationNumber.New);
}
