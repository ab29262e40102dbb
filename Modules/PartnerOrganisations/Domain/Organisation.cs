using System.Text.RegularExpressions;
using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>An approved organisation: a refuge, a social service, a university.</summary>
internal sealed partial class Organisation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>What makes its inbound address its own: <c>partenaires+{token}@…</c>.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The network that it belongs to, where there is one.</summary>
    public string? Network { get; set; }

    /// <summary>First day of the agreement.</summary>
    public DateOnly AgreedFrom { get; set; }

    /// <summary>Last day of the agreement.</summary>
    public DateOnly AgreedUntil { get; set; }

    /// <summary>Departments for which it may act; none stands for every one.</summary>
    public IReadOnlyList<string> Prefectures { get; set; } = [];

    /// <summary>Catalogue codes for which it may act; none stands for every one.</summary>
    public IReadOnlyList<string> Procedures { get; set; } = [];

    /// <summary>Registered senders: addresses, or domains written <c>@asso-exemple.org</c>; in lower case.</summary>
    public IReadOnlyList<string> Senders { get; private set; } = [];

    public long Version { get; private set; }

    public bool AgreedOn(DateOnly day) => AgreedFrom <= day && day <= AgreedUntil;

    public bool Covers(string prefecture) => Prefectures.Count == 0 || Prefectures.Contains(prefecture);

    public bool Allows(string procedure) => Procedures.Count == 0 || Procedures.Contains(procedure);

    /// <summary>Whether mail from that address is theirs.</summary>
    public bool Knows(string address)
    {
        var written = address.Trim().ToLowerInvariant();
        return Senders.Contains(written) || (written.LastIndexOf('@') is var at and > 0 && Senders.Contains(written[at..]));
    }

    /// <exception cref="RuleBroken">It cannot stand in an address.</exception>
    public void GiveToken(string token)
    {
        if (!TokenShape().IsMatch(token)) throw new RuleBroken("partners.token", "Un jeton est fait de 3 à 60 lettres minuscules, chiffres et tirets.");
        Token = token;
    }

    /// <exception cref="RuleBroken">One of them is neither an address nor a domain.</exception>
    public void Register(IEnumerable<string> senders)
    {
        var written = senders.Select(s => s.Trim().ToLowerInvariant()).Where(s => s.Length > 0).Distinct().ToList();
        if (written.Find(s => !SenderShape().IsMatch(s)) is { } wrong) throw new RuleBroken("partners.sender", $"« {wrong} » n'est ni une adresse (nom@exemple.org) ni un domaine (@exemple.org).");
        Senders = written;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[^@\\s]*@[a-z0-9-]+(\\.[a-z0-9-]+)+$")]
    private static partial Regex SenderShape();
}

/// <summary>Somebody who acts for an organisation.</summary>
internal sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    public Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>May invite and remove the others.</summary>
    public bool Referent { get; set; }

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset? Until { get; set; }

    public long Version { get; private set; }
}
