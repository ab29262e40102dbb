using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;

namespace Anef.Applications.Domain;

/// <summary>Somebody who asks for something: who they are, where they live, what they hold.</summary>
internal sealed partial class Person : Aggregate
{
    private Person() { }

    /// <summary>Every civil status so far; documents keep the one that they were issued under.</summary>
    public IReadOnlyList<Identity> Identities { get; private set; } = [];

    public Identity Identity => Identities[^1];

    /// <summary>Surname and first names in force, for lists.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The words under which the person is found: those of every civil status so far.</summary>
    public IEnumerable<string> Words => Identities.SelectMany(i => NameWords.Of($"{i.Surname} {i.FirstNames}")).Distinct();

    public string? ForeignerNumber { get; private set; }

    public Situation Situation { get; private set; } = new(null, null, null, null, false);

    public ContactDetails Contact { get; private set; } = new(null, null, null, false, "fr");

    public string Prefecture { get; private set; } = "";

    public string Zone { get; private set; } = "";

    /// <summary>Every permit so far; the last is the one held.</summary>
    public IReadOnlyList<HeldDocument> Permits { get; private set; } = [];

    public HeldDocument? Held => Permits.Count == 0 ? null : Permits[^1];

    /// <summary>Renewals in a row of a temporary card with the same mention: art. L.433-1-1.</summary>
    public int ConsecutiveRenewals { get; private set; }

    public DateOnly? DeceasedOn { get; private set; }

    public DateOnly? NaturalisedOn { get; private set; }

    public static Person Register(Identity identity, Situation situation, ContactDetails contact, HeldDocument? held, int renewals, string prefecture, string zone, DateOnly today, Guid? id = null)
    {
        var person = new Person
        {
            Id = id ?? Guid.CreateVersion7(),
            Identities = [identity],
            Situation = situation,
            Contact = contact,
            Permits = held is null ? [] : [held],
            ConsecutiveRenewals = renewals,
            Prefecture = prefecture,
            Zone = zone,
            RemindedThrough = today.AddDays(-1),
        };
        person.Changed("registered");
        return person;
    }

    /// <summary>What the rules need to know of this person for a request.</summary>
    public FilingFacts FactsFor(string procedure, string kind, string ground, DateOnly on, DateOnly? onInParis, DateOnly? movedOn) => new()
    {
        Procedure = procedure,
        Kind = kind,
        Ground = ground,
        Department = Prefecture,
        On = on,
        OnInParis = onInParis,
        Held = Held?.ForRules(),
        Born = Identity.Born,
        EnteredOn = Situation.EnteredOn,
        Protection = Situation.Protection,
        RecognisedOn = Situation.RecognisedOn,
        FamilyOfProtected = Situation.FamilyOfProtected || ground is "L424-3" or "L424-11",
        MovedOn = movedOn,
    };

    /// <summary>The civil status as the authority established it; what was declared is kept.</summary>
    public void Establish(Identity definitive)
    {
        Identities = [.. Identities, definitive with { Version = Identity.Version + 1, Provisional = false }];
        Changed("civilStatus");
    }

    /// <summary>Something was wrong; what was written before stays under its version.</summary>
    public void Correct(Identity corrected)
    {
        Identities = [.. Identities, corrected with { Version = Identity.Version + 1 }];
        Changed("civilStatus");
    }

    public void Reach(ContactDetails contact, string change = "contact")
    {
        if (contact == Contact) return;
        Contact = contact;
        Changed(change);
    }

    public void MoveTo(string prefecture, string zone)
    {
        if (prefecture == Prefecture) return;
        (Prefecture, Zone) = (prefecture, zone);
        Changed("prefecture");
    }

    public void DeclareLoss(bool lost)
    {
        if (Held is not { } held || held.Lost == lost) return;
        Permits = [.. Permits.SkipLast(1), held with { Lost = lost }];
        Changed("heldPermit");
    }

    /// <summary>What the person says of the permit: never received, or in hand though no register knows it. It blocks nothing.</summary>
    public void Declare(HeldDocument permit)
    {
        if (permit == Held) return;
        Permits = Held is null ? [permit] : [.. Permits.SkipLast(1), permit];
        Changed("heldPermit");
    }

    /// <summary>Holds a new permit; the earlier ones are kept.</summary>
    public void Hold(HeldDocument permit, bool renewal)
    {
        ConsecutiveRenewals = renewal && SameMention(permit.Procedure, permit.Ground) ? ConsecutiveRenewals + 1 : 0;
        Permits = [.. Permits, permit];
        Changed("heldPermit");
    }

    public bool SameMention(string procedure, string? ground) => Held is { } held && held.Procedure == procedure && (held.Ground is null || held.Ground == ground);

    public void BecomeFrench(DateOnly on)
    {
        NaturalisedOn ??= on;
        Changed("naturalised");
    }

    public void Die(DateOnly on)
    {
        DeceasedOn ??= on;
        Changed("deceased");
    }

    public bool Gone => DeceasedOn is not null || NaturalisedOn is not null;

    public override void Settle()
    {
        Name = $"{Identity.Surname} {Identity.FirstNames}";
        ForeignerNumber = Identity.ForeignerNumber;
        if (Gone) NextReminderOn = null;
    }

    private void Changed(string what) => Tell(new PersonChanged(Id, what));
}
