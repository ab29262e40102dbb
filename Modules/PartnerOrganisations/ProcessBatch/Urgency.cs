using System.Text.RegularExpressions;
using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Who comes first: victims and gaps that are open (0), whoever is about to lose something (1), the others (2).</summary>
internal static partial class Urgency
{
    /// <summary>An attestation that ends within so many days is about to [D].</summary>
    private const int SoonDays = 30;

    private static readonly int[] DaysOf = [1, 3, 10];

    /// <summary>Within which it is to be answered.</summary>
    public static int WorkingDays(int priority) => DaysOf[priority];

    public static int Of(LineFacts facts, RequestSought? request, DateOnly today)
    {
        var (line, person) = (facts.Line, facts.Person!);
        if (line.SafeContact || person.SafeContact || request is { Victim: true, Open: true } || line is { Kind: "fondement" or "demande", Procedure: "OP" or "TRA" or "op" or "tra" }) return 0;
        if (request is not { Open: true, InTime: true }) return OfText(line);
        // A document without a last day covers for as long as it takes.
        if (facts.Coverage is { Number: not null, Until: null }) return OfText(line);
        var until = new[] { facts.Coverage?.Until, person.HeldUntil, request.CoveredUntil, facts.Coverage?.LawUntil }.Max();
        if (until is null || until < today) return 0;
        return until < today.AddDays(SoonDays) && facts.Coverage is not { GoesOn: true } ? 1 : OfText(line);
    }

    /// <summary>What the line itself says is all there is.</summary>
    public static int OfText(ReadLine line) => line.Kind is "attestation" or "blocage" || Work().IsMatch(line.Text ?? "") ? 1 : 2;

    [GeneratedRegex(@"\b(employeur|emploi|contrat|licenci\w*|suspend\w*|CDI|CDD|apprenti\w*|salaire|travail)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Work();
}
