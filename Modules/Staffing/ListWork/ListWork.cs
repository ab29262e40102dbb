using Anef.Applications.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ListWork;

/// <summary>The files of a prefecture that somebody has something to do about, those first whose rights are most at risk.</summary>
internal sealed class ListWork(StaffingDb db, WorkDoor door, WeightsInForce weights, IWorkload workload, Visitor visitor, TimeProvider clock) : IUseCase<ListWork.Request, ListWork.Page>
{
    /// <param name="Prefecture">Null where the officer serves one only.</param>
    /// <param name="Queue">Code of <see cref="Queues"/>; null for all.</param>
    /// <param name="After">Where the page before ended.</param>
    public sealed record Request(string? Prefecture = null, string? Queue = null, string? Procedure = null, string? Language = null, string? After = null, int Take = 50);

    /// <param name="Parts">Where the points come from.</param>
    /// <param name="Officer">Whose it is; null for nobody's.</param>
    public sealed record Row(WorkFile File, string Name, IReadOnlyList<ScorePart> Parts, string? Officer, bool Mine);

    /// <param name="Served">Prefectures whose lists this officer may look at.</param>
    /// <param name="Prefecture">The one that is shown; null when several are served and none was chosen.</param>
    /// <param name="Aided">It is another's, and is helped.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<Prefecture> Served, string? Prefecture, bool Aided);

    public async Task<Page> Handle(Request request, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var own = door.Served(WorkDoor.Officers);
        var aiding = await door.Aiding(today, ct);
        IReadOnlyList<Prefecture> served = [.. own, .. door.Of(aiding.Select(a => a.Aided)).Where(p => own.All(o => o.Code != p.Code))];
        if (request.Prefecture is null && served.Count != 1) return new([], null, served, null, false);
        var chosen = served.FirstOrDefault(p => p.Code == (request.Prefecture ?? served[0].Code)) ?? throw new NotFound("cette préfecture");
        var aided = own.All(p => p.Code != chosen.Code);
        var day = clock.Today(chosen.TimeZone);
        var w = await weights.On(day, ct);
        var files = db.Files.AsNoTracking().Where(f => f.Prefecture == chosen.Code && f.Open).In(request.Queue, new(day.DayNumber, w, visitor.AccountId ?? Guid.Empty));
        if (aided) files = Lent(files, aiding.Where(a => a.Aided == chosen.Code).ToList());
        if (request.Procedure is { Length: > 0 } procedure) files = files.Where(f => f.Procedure == procedure);
        if (request.Language is { Length: > 0 } language) files = files.Where(f => f.Language == language);
        var (found, next) = await Walk(files, WorkCursor.Read(request.After), Math.Clamp(request.Take, 1, 200), ct);
        return new(await Rows(found, chosen.Code, day.DayNumber, w, ct), next, served, chosen.Code, aided);
    }

    /// <summary>What is restricted stays at home.</summary>
    private static IQueryable<WorkFile> Lent(IQueryable<WorkFile> files, List<AidAgreement> agreements)
    {
        files = files.Where(f => !f.Restricted);
        if (agreements.Any(a => a.Procedures.Count == 0)) return files;
        var procedures = agreements.SelectMany(a => a.Procedures).Distinct().ToList();
        return files.Where(f => procedures.Contains(f.Procedure));
    }

    /// <summary>Along the index of the list, from where the page before ended. What may not be seen is passed over.</summary>
    private async Task<(IReadOnlyList<WorkFile> Found, string? Next)> Walk(IQueryable<WorkFile> files, WorkCursor? cursor, int take, CancellationToken ct)
    {
        var found = new List<WorkFile>();
        while (true)
        {
            var page = await files.After(cursor).InOrder().Take(take + 1).ToListAsync(ct);
            found.AddRange(await door.Visible(page, ct));
            if (found.Count > take) return ([.. found.Take(take)], WorkCursor.Of(found[take - 1]).Written());
            if (page.Count <= take) return (found, null);
            cursor = WorkCursor.Of(page[^1]);
        }
    }

    private async Task<IReadOnlyList<Row>> Rows(IReadOnlyList<WorkFile> files, string prefecture, int day, Weights w, CancellationToken ct)
    {
        var names = await workload.Names([.. files.Select(f => f.PersonId).Distinct()], ct);
        var holders = files.Select(f => f.AssignedTo).OfType<Guid>().Distinct().ToList();
        var officers = holders.Count == 0 ? [] : await db.Members.AsNoTracking().Where(m => m.Prefecture == prefecture && holders.Contains(m.AccountId)).ToDictionaryAsync(m => m.AccountId, m => m.Name, ct);
        return [.. files.Select(f => new Row(f, names.GetValueOrDefault(f.PersonId) ?? "", Scores.PartsOf(f, day, w),
            f.AssignedTo is { } holder ? officers.GetValueOrDefault(holder) ?? "un autre agent" : null, f.AssignedTo is not null && f.AssignedTo == visitor.AccountId))];
    }
}
