using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CorrectIdentity;

/// <summary>Corrections that wait for an officer's answer, the most urgent first.</summary>
internal sealed class ListCorrections(ApplicationsDb db, OpenCorrections corrections, Visitor visitor, TimeProvider clock) : IUseCase<ListCorrections.Request, ListCorrections.View>
{
    private const int Most = 100;

    public sealed record Request;

    public sealed record Line(Correction Correction, string Name);

    public sealed record View(IReadOnlyList<Line> Lines, DateOnly Today);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var rows = await corrections.Of(visitor).Where(c => c.AnsweredAt == null).OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(Most)
            .Join(db.People, c => c.PersonId, p => p.Id, (c, p) => new { Correction = c, p.Name }).ToListAsync(ct);
        return new([.. rows.OrderBy(r => r.Correction.DueOn).Select(r => new Line(r.Correction, r.Name))], clock.Today(CivilTime.Paris));
    }
}
