using System.Security.Cryptography;
using System.Text.Json;
using Anef.SharedKernel.Outbox;
using Microsoft.AspNetCore.DataProtection;

namespace Anef.Accounts.Codes;

/// <summary>Seals what a code will do once it is entered: names, dates and addresses of people who have no account yet.</summary>
internal sealed class Envelope(IDataProtectionProvider keys)
{
    private readonly IDataProtector _protector = keys.CreateProtector("Anef.Accounts.Envelope");

    public string Seal<T>(T content) => _protector.Protect(JsonSerializer.Serialize(content, OutboxJson.Options));

    /// <summary>Null when the seal is not ours.</summary>
    public T? Open<T>(string? written) where T : class
    {
        if (written is null) return null;
        try { return JsonSerializer.Deserialize<T>(_protector.Unprotect(written), OutboxJson.Options); }
        catch (CryptographicException) { return null; }
    }
}
