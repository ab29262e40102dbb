using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Access;

/// <summary>The door of every file: opens it to those who may, and writes down each opening by anybody but the person.</summary>
/// <remarks>A file that somebody may not open is not there: the answer is the same as for a number that was never given.</remarks>
internal sealed class FileDoor(ApplicationsDb db, ReadingLog log, TimeProvider clock)
{
    /// <summary>By number, as typed.</summary>
    /// <param name="what">Code of what is to be seen or done.</param>
    public async Task<PermitApplication> Open(Visitor visitor, string number, Sight sight, string what, CancellationToken ct)
    {
        var written = ApplicationNumber.Normalise(number);
        return await Open(visitor, await db.Applications.SingleOrDefaultAsync(a => a.Number == written, ct), sight, what, ct);
    }

    /// <summary>By id. The file is tracked: what is done to it next in the same scope fails if somebody else was quicker.</summary>
    public async Task<PermitApplication> Open(Visitor visitor, Guid id, Sight sight, string what, CancellationToken ct) =>
        await Open(visitor, await db.Applications.SingleOrDefaultAsync(a => a.Id == id, ct), sight, what, ct);

    /// <summary>Whether somebody may, without opening.</summary>
    public async Task<Role?> RoleFor(Visitor visitor, PermitApplication file, Sight sight, CancellationToken ct) =>
        FileRules.RoleFor(visitor, new(file.PersonId, file.Prefecture, file.OfferedTo, file.IsDraft, file.Restricted, await NamedFor(file, ct)), sight);

    /// <summary>Filed requests but the restricted ones that this officer may not open; where they serve is for the caller to say.</summary>
    public IQueryable<PermitApplication> Discreet(Visitor visitor)
    {
        var me = visitor.AccountId ?? Guid.Empty;
        var referentOf = visitor.Prefectures(Role.Referent);
        var (everywhere, here) = (referentOf is null, referentOf ?? []);
        var named = db.Set<NamedReader>();
        return db.Applications.AsNoTracking().Where(a => a.FiledAt != null && (!a.Restricted || named.Any(n => n.ApplicationId == a.Id && n.AccountId == me)
            || ((everywhere || here.Contains(a.Prefecture) || here.Contains(a.OfferedTo!)) && !named.Any(n => n.ApplicationId == a.Id))));
    }

    /// <summary>The same, where they serve.</summary>
    public IQueryable<PermitApplication> Visible(Visitor visitor) =>
        visitor.Prefectures(FileRules.Officers) is { } here ? Discreet(visitor).Where(a => here.Contains(a.Prefecture) || here.Contains(a.OfferedTo!)) : Discreet(visitor);

    private async Task<PermitApplication> Open(Visitor visitor, PermitApplication? file, Sight sight, string what, CancellationToken ct)
    {
        if (file is null || await RoleFor(visitor, file, sight, ct) is not { } role) throw new NotFound("cette demande");
        if (role != Role.Applicant)
            await log.Record(new()
            {
                ApplicationId = file.Id, PersonId = file.PersonId, AccountId = visitor.AccountId!.Value, Name = visitor.Name, Role = role,
                At = clock.GetUtcNow(), What = what, Prefecture = file.Prefecture, Restricted = file.Restricted,
            }, ct);
        return file;
    }

    private async Task<IReadOnlyCollection<Guid>> NamedFor(PermitApplication file, CancellationToken ct) => !file.Restricted ? []
        : await db.Set<NamedReader>().Where(n => n.ApplicationId == file.Id).Select(n => n.AccountId).ToListAsync(ct);
}
