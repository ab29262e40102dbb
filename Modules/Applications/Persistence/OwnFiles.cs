using Anef.Applications.Domain;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Persistence;

/// <summary>What belongs to the person who has signed in. Somebody else's is not there.</summary>
internal static class OwnFiles
{
    /// <summary>The person's id.</summary>
    /// <exception cref="NotFound">Nobody has signed in, or nothing was ever filed under this account.</exception>
    public static Guid OwnId(this Visitor visitor) => visitor.PersonId ?? throw new NotFound("votre dossier");

    /// <summary>One of their requests, by its number as written anywhere.</summary>
    public static IQueryable<PermitApplication> Own(this ApplicationsDb db, Visitor visitor, string number)
    {
        var (mine, written) = (visitor.OwnId(), ApplicationNumber.Normalise(number));
        return db.Applications.Where(a => a.Number == written && a.PersonId == mine);
    }

    /// <summary>The request with the person, to be changed.</summary>
    public static async Task<(PermitApplication Application, Person Person)> OwnApplication(this ApplicationsDb db, Visitor visitor, string number, CancellationToken ct)
    {
        var application = await db.Own(visitor, number).SingleOrDefaultAsync(ct) ?? throw new NotFound("cette demande");
        return (application, await db.Person(application.PersonId, ct));
    }
}
