using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.ListWork;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.TakeNext;

/// <summary>Gives an officer the next file, and to no other: the first in the order of the list that is nobody's, or theirs and not looked at lately, and that they can take.</summary>
/// <remarks>Two who press together both try for the same row; the database lets one have it, and the other goes on to the next.</remarks>
internal sealed class TakeNext(StaffingDb db, WorkDoor door, WeightsInForce weights, Visitor visitor, TimeProvider clock) : IUseCase<TakeNext.Request, TakeNext.Taken?>
{
    /// <summary>So long a file that was given is not given again to the same officer [D].</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(4);

    private const int LookAtOnce = 60;

    /// <param name="Prefecture">Null where the officer serves one only.</param>
    public sealed record Request(string? Prefecture = null, string? Queue = null, string? Procedure = null);

    public sealed record Taken(string Number);

    public async Task<Taken?> Handle(Request request, CancellationToken ct)
    {
        var (me, now) = (visitor.AccountId ?? throw new NotFound("cet agent"), clock.GetUtcNow());
        var place = door.Choose(request.Prefecture, WorkDoor.Officers);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == me && m.Prefecture == place.Code, ct);
        await EnsureRoom(me, member, ct);
        var day = clock.Today(place.TimeZone);
        var waiting = Waiting(request, place.Code, new(day.DayNumber, await weights.On(day, ct), me), now);
        WorkCursor? cursor = null;
        while (await waiting.After(cursor).InOrder().Take(LookAtOnce).ToListAsync(ct) is { Count: > 0 } page)
        {
            foreach (var file in (await door.Visible(page, ct)).Where(f => member is null || member.Takes(f)))
                if (await Claim(file, me, now, ct)) return new(file.Number);
            cursor = WorkCursor.Of(page[^1]);
        }
        return null;
    }

    private IQueryable<WorkFile> Waiting(Request request, string prefecture, Queues.Context context, DateTimeOffset now)
    {
        var (me, rested) = (context.Me, now - Rest);
        var files = db.Files.AsNoTracking().Where(f => f.Prefecture == prefecture && f.Open && f.Step != Step.WaitingForPerson && f.Step != Step.WaitingForOther
            && (f.AssignedTo == null || (f.AssignedTo == me && f.AssignedAt <= rested)));
        if (request.Procedure is { Length: > 0 } procedure) files = files.Where(f => f.Procedure == procedure);
        return files.In(request.Queue, context);
    }

    private async Task EnsureRoom(Guid me, TeamMember? member, CancellationToken ct)
    {
        if (member is not { Capacity: > 0 and var capacity }) return;
        var held = await db.Files.CountAsync(f => f.AssignedTo == me && f.Open && f.Step != Step.WaitingForPerson && f.Step != Step.WaitingForOther, ct);
        if (held >= capacity)
            throw new RuleBroken("staffing.full", $"Vous avez {held} dossiers à traiter, et votre capacité est de {capacity} : traitez-en un, ou demandez à votre responsable d'en confier à d'autres.");
    }

    private async Task<bool> Claim(WorkFile file, Guid me, DateTimeOffset now, CancellationToken ct)
    {
        var (id, was, at) = (file.Id, file.AssignedTo, file.AssignedAt);
        return await db.Files.Where(f => f.Id == id && f.Open && f.AssignedTo == was && f.AssignedAt == at)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.AssignedTo, me).SetProperty(f => f.AssignedAt, now).SetProperty(f => f.Version, f => f.Version + 1), ct) == 1;
    }
}
