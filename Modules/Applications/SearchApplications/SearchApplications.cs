using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.SearchApplications;

/// <summary>Requests by number, name or foreigner number, newest first.</summary>
internal sealed class SearchApplications(ApplicationsDb db) : IUseCase<SearchApplications.Request, IReadOnlyList<SearchApplications.Row>>
{
    public sealed record Request(string? Text, string? Prefecture, int Skip = 0, int Take = 50);

    public sealed record Row(string Number, string Name, string Procedure, string Prefecture, string Status, DateOnly? FiledOn);

    public async Task<IReadOnlyList<Row>> Handle(Request request, CancellationToken ct)
    {
        var text = request.Text?.Trim().ToUpperInvariant() ?? "";
        var found = db.Applications.AsNoTracking().Join(db.People.AsNoTracking(), a => a.PersonId, p => p.Id, (a, p) => new { Application = a, Person = p });
        if (request.Prefecture is { } prefecture) found = found.Where(f => f.Application.Prefecture == prefecture);
        if (text.Length > 0) found = found.Where(f => f.Application.Number == text || f.Person.ForeignerNumber == text || f.Person.SearchName.StartsWith(text));
        var page = await found.OrderByDescending(f => f.Application.FiledOn).ThenBy(f => f.Application.Number).Skip(request.Skip).Take(Math.Min(request.Take, 200)).ToListAsync(ct);
        return [.. page.Select(f => new Row(f.Application.Number, $"{f.Person.Identity.Surname} {f.Person.Identity.FirstNames}", f.Application.ProcedureName, f.Application.Prefecture, f.Application.Status, f.Application.FiledOn))];
    }
}
