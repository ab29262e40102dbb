namespace Anef.Accounts.Domain;

/// <summary>An identity at an issuer that opens an account.</summary>
internal sealed class ExternalSignIn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    /// <summary>As its tokens name it.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>The issuer's name for the person; it means nothing elsewhere.</summary>
    public string Subject { get; init; } = "";

    public DateTimeOffset LinkedAt { get; init; }
}
