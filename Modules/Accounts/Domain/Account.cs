using System.Security.Cryptography;
using System.Text.Json;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.Accounts.Domain;

/// <summary>Somebody who can sign in: an applicant, or an agent with roles.</summary>
internal sealed class Account
{
    private Account() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    public string Language { get; private set; } = "fr";

    /// <summary>Where codes go; null for whoever has none.</summary>
    public string? Email { get; private set; }

    /// <summary>The address in small letters, or the account's own id: unique on every database, which absent values are not.</summary>
    public string EmailKey { get; private set; } = "";

    public Guid? PersonId { get; private set; }

    /// <summary>The person, or the account's own id: unique, as above.</summary>
    public Guid PersonKey { get; private set; }

    /// <summary>Numéro étranger of the person, without spaces: another name to sign in under.</summary>
    public string? ForeignerNumber { get; private set; }

    /// <summary>Birth date of an applicant whom no file knows yet.</summary>
    public DateOnly? Born { get; private init; }

    /// <summary>Roles as JSON, written as in a claim: <c>["CaseOfficer@38"]</c>. Text, so that it can be searched on every database.</summary>
    public string GrantList { get; private set; } = "[]";

    /// <summary>Changes when every session is to end.</summary>
    public string Stamp { get; private set; } = NewStamp();

    public DateTimeOffset CreatedAt { get; private init; }

    public bool Closed { get; private set; }

    /// <summary>Somebody came in by it last.</summary>
    public DateTimeOffset UsedAt { get; private set; }

    /// <summary>Nobody uses it: the holder was told that it will be destroyed on that day. Null again once somebody comes in.</summary>
    public DateOnly? EndsOn { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<RoleGrant> Grants => [.. JsonSerializer.Deserialize<string[]>(GrantList)!.Select(RoleGrant.Parse).OfType<RoleGrant>()];

    public bool IsAgent => Grants.Any(g => g.Role != Role.Applicant);

    /// <summary>An applicant, with or without a file.</summary>
    public static Account OfApplicant(string name, string? email, string language, DateOnly? born, DateTimeOffset now)
    {
        var account = new Account { Name = name, Language = language, Born = born, CreatedAt = now, UsedAt = now };
        account.Write([new(Role.Applicant, null)]);
        account.Reach(email);
        account.PersonKey = account.Id;
        return account;
    }

    /// <summary>An agent, invited by the address at which the issuer knows them.</summary>
    public static Account OfAgent(string name, string email, DateTimeOffset now)
    {
        var account = new Account { Name = name, CreatedAt = now, UsedAt = now };
        account.Reach(email);
        account.PersonKey = account.Id;
        return account;
    }

    /// <summary>As it is compared: without spaces around it, in small letters.</summary>
    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Codes go there from now on; null for nowhere.</summary>
    public void Reach(string? email) => (Email, EmailKey) = (email?.Trim(), email is null ? Id.ToString("N") : KeyOf(email));

    public void Speak(string language) => Language = language;

    public void Rename(string name) => Name = name;

    /// <summary>This is the account of that person. Once said it does not change.</summary>
    public void Link(Guid personId, string? foreignerNumber)
    {
        ForeignerNumber = foreignerNumber is null ? null : Secret.Plain(foreignerNumber);
        if (PersonId == personId) return;
        if (PersonId is not null) throw new RuleBroken("accounts.linked", "Ce compte est déjà relié au dossier d'une autre personne.");
        (PersonId, PersonKey) = (personId, personId);
    }

    public void Grant(RoleGrant grant)
    {
        if (!Grants.Contains(grant)) Write([.. Grants, grant]);
    }

    public void Revoke(RoleGrant grant) => Write([.. Grants.Where(g => g != grant)]);

    public void Announce(DateOnly endsOn) => EndsOn = endsOn;

    /// <summary>Every session that was opened before is over.</summary>
    public void EndSessions() => Stamp = NewStamp();

    private void Write(IReadOnlyList<RoleGrant> grants) => GrantList = JsonSerializer.Serialize(grants.Select(g => g.ToString()));

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
