using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>For what, and until when.</summary>
/// <param name="Procedures">Catalogue codes; none stands for everything.</param>
internal sealed record MandateTerms(IReadOnlyList<string> Procedures, DateOnly Until)
{
    /// <summary>A mandate lasts a year at most: whoever gave it then says again that they want it.</summary>
    public const int MostYears = 1;

    /// <exception cref="RuleBroken">It is over before it begins, lasts too long, or goes beyond what the organisation may do.</exception>
    public void Check(Organisation organisation, DateOnly today)
    {
        if (Until < today) throw new RuleBroken("partners.mandate-past", "Le dernier jour du mandat est déjà passé.");
        if (Until > today.AddYears(MostYears)) throw new RuleBroken("partners.mandate-long", "Un mandat dure un an au plus : choisissez un jour plus proche.");
        if (Procedures.FirstOrDefault(p => !organisation.Allows(p)) is { } beyond) throw new RuleBroken("partners.mandate-procedure", $"La convention de l'organisation ne permet pas la démarche « {beyond} ».");
    }
}
