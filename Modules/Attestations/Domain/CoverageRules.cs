using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>Who is owed a document, from which day, and which.</summary>
internal static class CoverageRules
{
    /// <summary>
    /// Art. R.431-15-1: the prefect must give a document to whoever filed in time a complete request that is not decided;
    /// R.431-15-3 and -4: to protection beneficiaries from filing; R.432-9: once the commission is seized.
    /// </summary>
    public static bool IsOwed(ApplicationFacts application) => application.Undecided && application.Provisional is { } provisional
        && (application.CommissionSeizedOn is not null
            || (application.CoveredByTimeliness && (provisional.OnFiling || application.CompleteSince is not null)));

    /// <summary>The first filed of those that are owed one carries the chain for all.</summary>
    public static ApplicationFacts? Carrier(PersonFacts person) => person.Applications.FirstOrDefault(IsOwed);

    /// <summary>The most favourable of all pending grounds.</summary>
    public static ApplicationFacts MostFavourable(PersonFacts person) => person.Applications.Where(IsOwed).MaxBy(a => a.Work)!;

    /// <summary>First day that may be covered; before it there is no gap.</summary>
    public static DateOnly OwedFrom(ApplicationFacts application) =>
        application.Provisional!.OnFiling ? application.FiledOn
        : Earliest(application.CoveredByTimeliness ? application.CompleteSince : null, application.CommissionSeizedOn);

    /// <summary>The document number <paramref name="index"/> of a request, from 0; the last term repeats.</summary>
    public static Term TermOf(ApplicationFacts application, int index)
    {
        if (application.CommissionSeizedOn is not null) return Term.Commission;
        var terms = application.Provisional!.Terms;
        return Term.Of(terms[Math.Min(index, terms.Count - 1)]);
    }

    /// <summary>Words that the law wants on the chain's documents.</summary>
    public static string? MentionOf(PersonFacts person, ApplicationFacts application) =>
        application.CommissionSeizedOn is not null ? application.CommissionMention
        : application.Provisional!.Mention ?? (person.Held is { DeclaredLost: true } ? "accompagnée de la déclaration de perte ou de vol" : null);

    /// <summary>Article of the chain's documents.</summary>
    public static string LegalBasisOf(ApplicationFacts application) =>
        application.CommissionSeizedOn is not null ? "R.432-9" : application.Provisional!.LegalBasis;

    /// <summary>The work that a document of the chain gives.</summary>
    public static WorkRight WorkOf(PersonFacts person) => MostFavourable(person).Work;

    private static DateOnly Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other!.Value : one.Value;
}
