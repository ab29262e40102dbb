namespace Anef.Accounts.Domain;

/// <summary>A key that seals cookies and forms, shared by all hosts of one database.</summary>
internal sealed class StoredKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";
}
