using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Access;

/// <summary>Who looked at my file: for the person alone. What one account did to one file in a day is one line.</summary>
internal sealed class ReadingsOf(ApplicationsDb db, Visitor visitor) : IUseCase<ReadingsOf.Request, IReadOnlyList<ReadingsOf.Reading>>
{
    private const int Most = 2000;

    public sealed record Request(Guid PersonId);

    /// <param name="Number">Of the request.</param>
    /// <param name="What">Code: <c>file</c>, <c>status</c>, <c>document PAIE</c>, or that of an act.</param>
    /// <param name="At">The last time that day.</param>
    /// <param name="Times">How often that day.</param>
    public sealed record Reading(string Name, Role Role, string Prefecture, string Number, string What, DateTimeOffset At, int Times);

    public async Task<IReadOnlyList<Reading>> Handle(Request request, CancellationToken ct)
    {
        if (visitor.PersonId != request.PersonId) throw new NotFound("ces consultations");
        var numbers = await db.Applications.Where(a => a.PersonId == request.PersonId).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, ct);
        var rows = await db.Set<FileReading>().AsNoTracking().Where(r => r.PersonId == request.PersonId).OrderByDescending(r => r.At).Take(Most).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.AccountId, r.ApplicationId, r.What, Day: r.At.DayIn(CivilTime.Paris))).Select(day => Line(day.First(), day.Count()))];

        Reading Line(FileReading last, int times) => new(last.Name, last.Role, last.Prefecture, numbers.GetValueOrDefault(last.ApplicationId, ""), last.What, last.At, times);
    }
}
