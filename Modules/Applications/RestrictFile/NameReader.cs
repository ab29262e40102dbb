using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.RestrictFile;

/// <summary>A referent names an account that may open a restricted file, or takes the name away.</summary>
internal sealed class NameReader(ApplicationsDb db, FileDoor door, Visitor visitor, TimeProvider clock) : IUseCase<NameReader.Request, Done>
{
    /// <param name="Name">Null takes the account off the list.</param>
    public sealed record Request(Guid ApplicationId, Guid AccountId, string? Name);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var file = await door.Open(visitor, request.ApplicationId, Sight.Everything, request.Name is null ? "unname" : "name", ct);
        if (!visitor.Serves(file.Prefecture, Role.Referent)) throw new RuleBroken("applications.referent-only", "Seul un référent de la préfecture désigne qui peut ouvrir ce dossier.");
        if (!file.Restricted) throw new RuleBroken("applications.not-restricted", $"La demande {file.Number} n'est pas à accès restreint : il n'y a personne à désigner.");
        var named = await db.Set<NamedReader>().Where(n => n.ApplicationId == file.Id).ToListAsync(ct);
        if (request.Name is { } name) Add(file, named, request.AccountId, name);
        else db.RemoveRange(named.Where(n => n.AccountId == request.AccountId));
        await db.SaveChangesAsync(ct);
        return new();
    }

    private void Add(PermitApplication file, List<NamedReader> named, Guid account, string name)
    {
        // The first name closes the file to all others, whoever named it among them: they stay, until they go by themselves.
        foreach (var (id, who) in new[] { (account, name), (visitor.AccountId!.Value, visitor.Name) }.DistinctBy(n => n.Item1).Where(n => named.All(o => o.AccountId != n.Item1)))
            db.Add(new NamedReader { ApplicationId = file.Id, AccountId = id, Name = who, NamedBy = visitor.AccountId!.Value, At = clock.GetUtcNow() });
    }
}
