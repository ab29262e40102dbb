using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CorrectIdentity;

/// <summary>Which corrections an officer may see: of people of their prefectures, but not of those whose restricted file is closed to them.</summary>
internal sealed class OpenCorrections(ApplicationsDb db, FileDoor door)
{
    public IQueryable<Correction> Of(Visitor visitor)
    {
        var people = db.People.AsQueryable();
        if (visitor.Prefectures(FileRules.Officers) is { } here) people = people.Where(p => here.Contains(p.Prefecture));
        var open = door.Discreet(visitor);
        return db.Set<Correction>().AsNoTracking().Where(c => people.Any(p => p.Id == c.PersonId)
            && !db.Applications.Any(a => a.PersonId == c.PersonId && a.Restricted && !open.Any(o => o.Id == a.Id)));
    }
}
