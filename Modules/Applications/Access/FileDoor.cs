using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Staffing.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Access;

/// <summary>The door of every file: opens it to those who may, and writes down each opening by anybody but the person.</summary>
/// <remarks>A file that somebody may not open is not there: the answer is the same as for a number that was never given.</remarks>
internal sealed class FileDoor(ApplicationsDb db, ReadingLog log, Lazy<IMutualAid> aid, TimeProvider clock)
{
    private static readonly Func<ApplicationsDb, string, CancellationToken, Task<PermitApplication?>> ByNumber = EF.CompileAsyncQuery((ApplicationsDb db, string number, CancellationToken _) =>
        db.Applications.AsNoTracking().SingleOrDefault(a => a.Number == number));

    /// <summary>By number, as typed. The file is for reading: what is changed in it is not saved.</summary>
    /// <param name="what">Code of what is to be seen.</param>
    public async Task<PermitApplication> Open(Visitor visitor, string number, Sight sight, string what, CancellationToken ct)
    {
        var entry = await Enter(visitor, await ByNumber(db, ApplicationNumber.Normalise(number), ct), sight, ct) ?? throw Missing();
        return await entry.Note(what, ct);
    }

    /// <summary>By id.</summary>
    public async Task<PermitApplication> Open(Visitor visitor, Guid id, Sight sight, string what, CancellationToken ct)
    {
        var entry = await Enter(visitor, await db.Applications.SingleOrDefaultAsync(a => a.Id == id, ct), sight, ct) ?? throw Missing();
        return await entry.Note(what, ct);
    }

    /// <summary>To do something to it: what was done is noted once it is. The file is tracked: saving it fails if somebody else was quicker.</summary>
    public async Task<Entry> EnterToWork(Visitor visitor, string number, CancellationToken ct)
    {
        var written = ApplicationNumber.Normalise(number);
        return await Enter(visitor, await db.Applications.SingleOrDefaultAsync(a => a.Number == written, ct), Sight.Everything, ct) ?? throw Missing();
    }

    /// <summary>What was issued for a file is looked at.</summary>
    /// <returns>False when it may not be.</returns>
    public async Task<bool> TryOpen(Visitor visitor, Guid id, Sight sight, string what, CancellationToken ct)
    {
        if (await Enter(visitor, await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct), sight, ct) is not { } entry) return false;
        await entry.Note(what, ct);
        return true;
    }

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

    private static NotFound Missing() => new("cette demande");

    private async Task<Entry?> Enter(Visitor visitor, PermitApplication? file, Sight sight, CancellationToken ct)
    {
        if (file is null) return null;
        if (await RoleFor(visitor, file, sight, ct) is { } role) return new(file, visitor, role, log, clock);
        return await Prepares(visitor, file, ct) ? new(file, visitor, Role.CaseOfficer, log, clock) { Preparing = true } : null;
    }

    /// <summary>An officer of a prefecture that helps this one. What is restricted stays at home.</summary>
    private async Task<bool> Prepares(Visitor visitor, PermitApplication file, CancellationToken ct) =>
        !file.IsDraft && !file.Restricted && visitor.Prefectures(Role.CaseOfficer) is { Count: > 0 } mine && await aid.Value.Prepares(mine, file.Prefecture, file.Procedure, ct);

    private async Task<IReadOnlyCollection<Guid>> NamedFor(PermitApplication file, CancellationToken ct) => !file.Restricted ? []
        : await db.Set<NamedReader>().Where(n => n.ApplicationId == file.Id).Select(n => n.AccountId).ToListAsync(ct);
}

/// <summary>Somebody stands in a file, in one of their roles.</summary>
internal sealed class Entry(PermitApplication file, Visitor visitor, Role role, ReadingLog log, TimeProvider clock)
{
    public PermitApplication File { get; } = file;

    /// <summary>For another prefecture, which alone acts and signs.</summary>
    public bool Preparing { get; init; }

    /// <exception cref="RuleBroken">They prepare it for another prefecture, and this is more than preparing.</exception>
    public void EnsureMayDo(string what)
    {
        if (Preparing && what is not ("write-decision" or "note"))
            throw new RuleBroken("applications.preparing", $"Vous préparez ce dossier pour la préfecture {File.Prefecture} : vous pouvez le lire, y noter et rédiger un projet de décision. C'est elle qui agit et qui signe.");
    }

    /// <summary>Writes down what they saw or did, unless it is their own file.</summary>
    public async Task<PermitApplication> Note(string what, CancellationToken ct)
    {
        if (role != Role.Applicant)
            await log.Record(new()
            {
                ApplicationId = File.Id,
                PersonId = File.PersonId,
                AccountId = visitor.AccountId!.Value,
                Name = visitor.Name,
                Role = role,
                At = clock.GetUtcNow(),
                What = what,
                Prefecture = File.Prefecture,
                Restricted = File.Restricted,
            }, ct);
        return File;
    }
}
