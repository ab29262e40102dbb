using Anef.Accounts.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.AssignWork;

/// <summary>Gives files to an officer, or back to all. Looked at first, then done file by file: each says what became of it.</summary>
internal sealed class AssignWork(StaffingDb db, WorkDoor door, IAccounts accounts, Visitor visitor, TimeProvider clock) : IUseCase<AssignWork.Request, AssignWork.Result>
{
    public const int Most = 500;

    /// <param name="Officer">Account; null gives the files back to all.</param>
    /// <param name="Foresee">Only says what would become of each.</param>
    public sealed record Request(string Prefecture, IReadOnlyList<string> Numbers, Guid? Officer, bool Foresee);

    /// <param name="Why">Why it is left alone; null when it is given.</param>
    public sealed record Line(string Number, string? From, string? Why);

    /// <param name="Officer">Name; null for all.</param>
    public sealed record Result(string? Officer, IReadOnlyList<Line> Lines);

    public async Task<Result> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, Role.TeamManager, Role.CaseOfficer, Role.Referent);
        if (request.Officer != visitor.AccountId && !visitor.Serves(place.Code, Role.TeamManager))
            throw new RuleBroken("staffing.not-manager", "Un agent prend des dossiers pour lui-même ; pour en confier à d'autres, adressez-vous à un responsable d'équipe.");
        var numbers = request.Numbers.Distinct().ToList();
        if (numbers.Count is 0 or > Most) throw new RuleBroken("staffing.bulk-size", $"Cochez de un à {Most} dossiers.");
        var team = (await accounts.Agents(place.Code, WorkDoor.Officers, ct)).ToDictionary(a => a.AccountId);
        if (request.Officer is { } chosen && !team.ContainsKey(chosen)) throw new NotFound("cet agent");
        var files = await door.Visible(await db.Files.Where(f => f.Prefecture == place.Code && numbers.Contains(f.Number)).OrderBy(f => f.Number).ToListAsync(ct), ct);
        var member = request.Officer is { } officer ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == officer && m.Prefecture == place.Code, ct) : null;
        var lines = new List<Line>();
        foreach (var file in files)
        {
            var from = file.AssignedTo is { } holder ? team.GetValueOrDefault(holder)?.Name ?? "un autre agent" : null;
            var why = WhyNot(file, request.Officer, member, request.Officer is { } to ? team[to] : null);
            if (why is null && !request.Foresee) why = await Give(file, request.Officer, ct);
            lines.Add(new(file.Number, from, why));
        }
        lines.AddRange(numbers.Except(files.Select(f => f.Number)).Select(n => new Line(n, null, "il n'est pas dans cette liste")));
        return new(request.Officer is { } account ? team[account].Name : null, lines);
    }

    private static string? WhyNot(WorkFile file, Guid? officer, TeamMember? member, AccountFacts? account) => file switch
    {
        { Open: false } => "il n'y a plus rien à y faire",
        _ when file.AssignedTo == officer => officer is null ? "il n'est à personne" : "c'est déjà le sien",
        _ when member is not null && !member.Takes(file) => $"{member.Name} ne traite pas la démarche {file.Procedure}",
        { Restricted: true } when account is not null && !account.Grants.Any(g => g.Role == Role.Referent) => "son accès est restreint : il va à un référent",
        _ => null,
    };

    private async Task<string?> Give(WorkFile file, Guid? officer, CancellationToken ct)
    {
        file.AssignedTo = officer;
        file.AssignedAt = officer is null ? null : clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "il a changé entre-temps : regardez-le de nouveau";
        }
        finally
        {
            db.Entry(file).State = EntityState.Detached;
        }
    }
}
