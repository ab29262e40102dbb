using System.Text.Json;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.PublishRules;

/// <summary>Adds a version to a family of rules. Earlier versions stay, and days before its first day keep their answers.</summary>
internal sealed class PublishRules(ProceduresDb db, IRules rules, TimeProvider clock) : IUseCase<PublishRules.Request, PublishRules.Published>
{
    /// <param name="Body">JSON, of the form of the family's file in <c>Data/</c>.</param>
    /// <param name="Retroactive">The law itself reaches back: the first day may be past.</param>
    public sealed record Request(string Family, string Body, string PublishedBy, bool Retroactive = false);

    public sealed record Published(string Family, int Version, DateOnly EffectiveFrom);

    public async Task<Published> Handle(Request request, CancellationToken ct)
    {
        var version = Read(request);
        if (version.EffectiveFrom < clock.Today(CivilTime.Paris) && !request.Retroactive)
            throw new RuleBroken("procedures.rules-retroactive",
                $"Cette version s'appliquerait depuis le {version.EffectiveFrom:dd/MM/yyyy}, un jour déjà passé. Choisissez une date à venir, ou déclarez la version rétroactive si la loi le veut.");
        rules.Refresh();
        RefuseIfPublished(request.Family, version.Version);
        if (Consistency.Faults(rules.Current.With([version])).ToList() is { Count: > 0 } faults)
            throw new RuleBroken("procedures.rules-inconsistent", $"Cette version contredit les autres règles : {string.Join(" ; ", faults.Take(5))}.");
        await Save(request, version, ct);
        return new(request.Family, version.Version, version.EffectiveFrom);
    }

    private async Task Save(Request request, RuleVersion version, CancellationToken ct)
    {
        db.Add(new PublishedRule
        {
            Family = request.Family,
            Version = version.Version,
            EffectiveFrom = version.EffectiveFrom,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = request.PublishedBy,
            Body = request.Body,
        });
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            rules.Refresh();
            RefuseIfPublished(request.Family, version.Version);
            throw;
        }
        rules.Refresh();
    }

    private void RefuseIfPublished(string family, int version)
    {
        if (rules.Current.All.Any(v => v.Version == version && RuleFamilies.NameOf(v) == family))
            throw new RuleBroken("procedures.rules-already-published",
                $"La version {version} des règles « {family} » est déjà publiée et ne change plus. Publiez-en une autre sous un nouveau numéro.");
    }

    private static RuleVersion Read(Request request)
    {
        if (!RuleFamilies.Exists(request.Family))
            throw new RuleBroken("procedures.rules-unknown-family", $"Il n'y a pas de règles « {request.Family} ». Familles : {string.Join(", ", RuleFamilies.Names)}.");
        if (string.IsNullOrWhiteSpace(request.PublishedBy))
            throw new RuleBroken("procedures.rules-unsigned", "Une version est publiée par quelqu'un : indiquez qui.");
        try
        {
            return RuleFamilies.Parse(request.Family, request.Body) is { Version: > 0 } version
                ? version
                : throw new RuleBroken("procedures.rules-malformed", "Le numéro de version commence à 1.");
        }
        catch (JsonException fault)
        {
            throw new RuleBroken("procedures.rules-malformed", $"Le texte n'a pas la forme des règles « {request.Family} » : {fault.Message}");
        }
    }
}
