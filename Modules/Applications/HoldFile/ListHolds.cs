using Anef.Applications.Access;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.HoldFile;

/// <summary>The holds of a manager's prefectures, those to be looked at again first.</summary>
internal sealed class ListHolds(ApplicationsDb db, FileDoor door, Visitor visitor, TimeProvider clock) : IUseCase<ListHolds.Request, ListHolds.View>
{
    private const int Most = 200;

    public sealed record Request;

    /// <param name="Overdue">The day of the review has come.</param>
    public sealed record Line(string Number, LegalHold Hold, bool Overdue);

    public sealed record View(IReadOnlyList<Line> Lines, DateOnly Today);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var mine = visitor.Prefectures(HoldFile.Holders);
        var files = door.Discreet(visitor);
        if (mine is not null) files = files.Where(a => mine.Contains(a.Prefecture));
        var rows = await db.Holds().AsNoTracking().OrderBy(h => h.ReviewOn).Join(files, h => h.ApplicationId, a => a.Id, (h, a) => new { a.Number, Hold = h }).OrderBy(r => r.Hold.ReviewOn).Take(Most).ToListAsync(ct);
        return new([.. rows.Select(r => new Line(r.Number, r.Hold, r.Hold.ReviewOn <= today))], today);
    }
}
