using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>All versions of all families, prepared for asking. Never changes: a new version makes a new book.</summary>
internal sealed class RuleBook(IReadOnlyList<RuleVersion> versions)
{
    public IReadOnlyList<RuleVersion> All { get; } = versions;

    public Versions<CatalogueRules> Catalogue { get; } = new(versions);

    public Versions<OnlineRules> Online { get; } = new(versions);

    public Versions<WindowRules> Windows { get; } = new(versions);

    public Versions<LateRules> Late { get; } = new(versions);

    public Versions<SilenceRules> Silence { get; } = new(versions);

    public Versions<WorkRules> Work { get; } = new(versions);

    public Versions<ProvisionalRules> Provisional { get; } = new(versions);

    public Versions<ProtectionRules> Protection { get; } = new(versions);

    public Versions<LegalCoverageRules> LegalCoverage { get; } = new(versions);

    public Versions<FeeRules> Fees { get; } = new(versions);

    public Versions<DocumentRules> Documents { get; } = new(versions);

    public Versions<GuideRules> Guide { get; } = new(versions);

    public Versions<RetentionRules> Retention { get; } = new(versions);

    public Versions<HolidayRules> Holidays { get; } = new(versions);

    public RuleBook With(IEnumerable<RuleVersion> more) => new([.. All, .. more]);

    public CatalogueEntry Entry(string code, DateOnly on) => Catalogue.On(on).Find(code) ?? throw new NotFound($"la démarche « {code} »");
}
