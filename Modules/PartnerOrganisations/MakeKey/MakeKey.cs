using System.Security.Cryptography;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.MakeKey;

/// <summary>A referent makes a key for a program of the organisation. Its secret is told once.</summary>
internal sealed class MakeKey(PartnerOrganisationsDb db, PartnerDoor door, TimeProvider clock) : IUseCase<MakeKey.Request, MakeKey.Made>
{
    private const int SecretBytes = 32;

    public sealed record Request(string Name, IReadOnlyList<string> Networks, IReadOnlyList<string> Procedures, DateOnly Until);

    public sealed record Made(string ClientId, string Secret)
    {
        /// <summary>Nothing of it belongs in a log.</summary>
        public override string ToString() => nameof(Made);
    }

    public async Task<Made> Handle(Request request, CancellationToken ct)
    {
        var lead = await door.EnterToLead(ct);
        var today = clock.Today(CivilTime.Paris);
        if (request.Until < today || request.Until > today.AddYears(ApiKey.MostYears)) throw new RuleBroken("partners.key-days", "Une clé vaut un an au plus : choisissez un jour d'ici là.");
        if (request.Procedures.FirstOrDefault(p => !lead.Organisation.Allows(p)) is { } beyond) throw new RuleBroken("partners.key-procedure", $"La convention de l'organisation ne permet pas la démarche « {beyond} ».");
        var made = new Made($"p-{Guid.CreateVersion7():N}", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
        db.Add(new ApiKey
        {
            OrganisationId = lead.OrganisationId, Name = request.Name.Trim(), ClientId = made.ClientId, SecretHash = ApiKey.HashOf(made.Secret), Networks = ApiKey.NetworksOf(request.Networks),
            Procedures = [.. request.Procedures.Distinct()], CreatedBy = lead.Member.Name, CreatedAt = clock.GetUtcNow(), Until = request.Until,
        });
        await db.SaveChangesAsync(ct);
        return made;
    }
}
