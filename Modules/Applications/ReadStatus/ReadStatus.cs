using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.FileForPerson;
using Anef.Applications.Persistence;
using Anef.Applications.ReadFile;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadStatus;

/// <summary>Where the requests of a caller stand, for those who answer: never a content, never a restricted file.</summary>
internal sealed class ReadStatus(ApplicationsDb db, FileDoor door, Visitor visitor) : IUseCase<ReadStatus.Request, IReadOnlyList<ReadStatus.View>>
{
    /// <param name="Number">Of a request or of a foreigner; with the birth date, or for somebody just served, the number of their request alone.</param>
    public sealed record Request(string Number, DateOnly Born, string What = "status");

    public sealed record View(Guid Id, Guid PersonId, long Version, string Number, string Name, string Procedure, string ProcedureName, string Status, string Prefecture, DateOnly FiledOn, string Channel,
        IReadOnlyList<FileClocks.Clock> Clocks, IReadOnlyList<(string Code, string Label, bool Indispensable, DateOnly? ReceivedOn)> Documents, Consent? Consent);

    public async Task<IReadOnlyList<View>> Handle(Request request, CancellationToken ct)
    {
        var number = ApplicationNumber.Normalise(request.Number);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.ForeignerNumber == number || db.Applications.Any(a => a.Number == number && a.PersonId == p.Id), ct);
        if (person is null || person.Identity.Born != request.Born) return [];
        var ids = await db.Applications.Where(a => a.PersonId == person.Id && a.FiledAt != null && (a.Number == number || person.ForeignerNumber == number)).OrderByDescending(a => a.FiledAt).Select(a => a.Id).ToListAsync(ct);
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == person.Id).ToListAsync(ct);
        var found = new List<View>();
        foreach (var id in ids)
        {
            if (!await door.TryOpen(visitor, id, Sight.Status, request.What, ct)) continue;
            var a = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
            found.Add(new(a.Id, a.PersonId, a.Version, a.Number, $"{person.Identity.FirstNames} {person.Identity.Surname}", a.Procedure, a.ProcedureName, a.Status, a.Prefecture, a.FiledOn!.Value, a.Channel,
                [.. FileClocks.Of(a, person)], [.. a.Documents.Select(d => (d.Code, d.Label, d.Indispensable, d.ReceivedOn))], consents.LastOrDefault(c => c.Procedure == a.Procedure && c.At <= a.FiledAt)));
        }
        return found;
    }
}
