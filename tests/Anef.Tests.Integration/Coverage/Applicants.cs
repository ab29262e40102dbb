using System.Globalization;
using Anef.Applications.FileApplication;
using Anef.Applications.RegisterPerson;
using Anef.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Anef.Tests.Integration.Coverage;

/// <summary>Somebody who asked for something.</summary>
internal sealed record Applicant(Guid Person, Guid Application);

/// <summary>Fills a house through the use cases that pages call.</summary>
internal static class Applicants
{
    /// <summary>Last day of the permit that they hold: it can be renewed on the day on which a house begins.</summary>
    public static readonly DateOnly HeldUntil = new(2026, 5, 10);

    /// <summary>The day on which the document that follows it is issued, fifteen days ahead.</summary>
    public static readonly DateOnly DueOn = new(2026, 4, 25);

    /// <summary>Messages are written and count as sent: for houses where nobody looks at them.</summary>
    public static void WithoutPost(HostApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:Transport"] = "None" });

    /// <summary>One whose renewal is complete and in time, with everything told of it delivered.</summary>
    public static async Task<Applicant> RenewOne(this AnefHouse house, string name = "ORDINARY")
    {
        var applicant = await house.Renew(Person(name));
        await house.Drain();
        return applicant;
    }

    /// <summary>Registers somebody and files their request; the facts are not delivered yet.</summary>
    public static async Task<Applicant> Renew(this AnefHouse house, RegisterPerson.Request person, params string[] missing)
    {
        var id = await house.Ask<RegisterPerson.Request, Guid>(person);
        var filed = await house.Ask<FileApplication.Request, FileApplication.Filed>(new(id, person.Held!.Procedure) { Missing = missing });
        return new(id, filed.ApplicationId);
    }

    public static RegisterPerson.Request Person(string name, string prefecture = "93", DateOnly? heldUntil = null) => new()
    {
        Surname = name, FirstNames = "Camille", Born = new DateOnly(1990, 1, 1), Nationality = "TN", Prefecture = prefecture,
        Email = $"{name.ToLowerInvariant()}@example.org", AddressLines = ["1 rue de l'Exemple"], Postcode = "93000", Commune = "Bobigny",
        Held = new("CJF", "L423-1", (heldUntil ?? HeldUntil).AddYears(-1).AddDays(1), heldUntil ?? HeldUntil, Work: true),
    };

    /// <summary>Moves the clock to nine in the morning of a day in Paris.</summary>
    public static void GoTo(this AnefHouse house, DateOnly day) =>
        house.Clock.SetUtcNow(DateTimeOffset.ParseExact($"{day:yyyy-MM-dd} 08:00 +00:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
}
