using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ListWork;

/// <summary>Keeps a list under a name, for the officer alone; the same name again replaces it, and an empty list takes it away.</summary>
internal sealed class SaveFilter(StaffingDb db, Visitor visitor) : IUseCase<SaveFilter.Request, Done>
{
    private const int Most = 20;

    public sealed record Request(string Name, string Query);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (me, name) = (visitor.AccountId ?? throw new NotFound("cet agent"), request.Name.Trim());
        if (name.Length is 0 or > 60) throw new RuleBroken("staffing.filter-name", "Donnez à ce filtre un nom de 1 à 60 caractères.");
        if (request.Query.Length > 400) throw new RuleBroken("staffing.filter-long", "Ce filtre est trop long.");
        await db.Filters.Where(f => f.AccountId == me && f.Name == name).ExecuteDeleteAsync(ct);
        if (request.Query.Length == 0) return default;
        if (await db.Filters.CountAsync(f => f.AccountId == me, ct) >= Most) throw new RuleBroken("staffing.filters", $"Vous avez déjà {Most} filtres : supprimez-en un.");
        db.Add(new SavedFilter { AccountId = me, Name = name, Query = request.Query });
        await db.SaveChangesAsync(ct);
        return default;
    }
}
