using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.WithdrawApplication;

/// <summary>What withdrawing would do, spelt out before it is done.</summary>
internal sealed class Consequences(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<Consequences.Request, Consequences.View>
{
    public sealed record Request(string Number);

    /// <param name="EffectiveOn">Day from which the request is no more, if it is withdrawn today or was already.</param>
    /// <param name="PermitUntil">Last day of the permit held, when it is still valid on that day.</param>
    /// <param name="Others">Other requests under way: they stay.</param>
    public sealed record View(Guid Id, string Number, bool IsDraft, bool Withdrawn, DateOnly EffectiveOn, DateOnly? PermitUntil, IReadOnlyList<string> Others, DateOnly? FiledOn);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var (file, person) = await db.OwnApplication(visitor, request.Number, ct);
        if (!file.IsDraft || file.Ending is not null) file.EnsureOpen();
        var effective = file.WithdrawalEffectiveOn ?? (file.IsDraft ? clock.Today(file.Zone) : clock.Today(file.Zone).AddDays(PermitApplication.WithdrawalUndoDays));
        var others = await db.Applications.Where(a => a.PersonId == person.Id && a.Id != file.Id && a.FiledOn != null).ToListAsync(ct);
        return new(file.Id, file.Number, file.IsDraft, file.WithdrawalEffectiveOn is not null, effective, person.Held?.ValidUntil >= effective ? person.Held.ValidUntil : null,
            [.. others.Where(a => a.Undecided && Kinds.AsksForPermit(a.Kind, a.Title)).Select(a => a.Number)], file.FiledOn);
    }
}
