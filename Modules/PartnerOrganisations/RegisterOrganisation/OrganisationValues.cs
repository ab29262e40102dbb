using Anef.PartnerOrganisations.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.RegisterOrganisation;

/// <summary>What is written of an organisation and its agreement.</summary>
/// <param name="Senders">Addresses, and domains written <c>@exemple.org</c>.</param>
internal sealed record OrganisationValues(string Name, string? Network, DateOnly From, DateOnly Until, IReadOnlyList<string> Prefectures, IReadOnlyList<string> Procedures, IReadOnlyList<string> Senders);

/// <summary>Looks at those values, and writes them on an organisation.</summary>
internal sealed class OrganisationChecks(PrefectureCatalog prefectures, IProcedures law, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Something of it cannot be.</exception>
    public void Write(OrganisationValues values, Organisation organisation)
    {
        if (values.Until < values.From) throw new RuleBroken("partners.agreement-days", "La convention finit avant de commencer : vérifiez ses deux dates.");
        foreach (var code in values.Prefectures)
            if (prefectures.Find(code) is null) throw new RuleBroken("partners.prefecture", $"Aucune préfecture ne porte le code « {code} ».");
        foreach (var code in values.Procedures)
            if (law.Find(code, clock.Today(CivilTime.Paris)) is null) throw new RuleBroken("partners.procedure", $"Aucune démarche ne porte le code « {code} ».");
        organisation.Register(values.Senders);
        (organisation.Name, organisation.Network) = (values.Name.Trim(), string.IsNullOrWhiteSpace(values.Network) ? null : values.Network.Trim());
        (organisation.AgreedFrom, organisation.AgreedUntil) = (values.From, values.Until);
        (organisation.Prefectures, organisation.Procedures) = ([.. values.Prefectures.Distinct()], [.. values.Procedures.Distinct()]);
    }
}
