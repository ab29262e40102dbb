using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;

namespace Anef.Attestations.Domain;

/// <summary>A kind of document and how long it lasts.</summary>
internal readonly record struct Term(AttestationKind Kind, int Months, int Days)
{
    /// <summary>Three months of R.432-9, renewed until the decision.</summary>
    public static Term Commission { get; } = new(AttestationKind.CommissionReceipt, 3, 0);

    public static Term Of(TermFacts facts) => new(
        facts.Kind == "receipt" ? AttestationKind.Receipt : AttestationKind.Extension, facts.Months, facts.Days);

    /// <summary>Last day, inclusive. A month that lacks the day ends sooner, so that a document never lasts longer than the law says.</summary>
    public DateOnly Until(DateOnly from) => from.AddMonths(Months).AddDays(Days - 1);

    /// <summary>The day on which a document that begins on <paramref name="from"/> is issued.</summary>
    public static DateOnly DueOn(DateOnly from, int leadDays) => from.AddDays(-1 - leadDays);
}
