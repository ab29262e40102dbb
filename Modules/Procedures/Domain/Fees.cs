using System.Globalization;
using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>What is paid at hand-over: art. L.436-1 and following.</summary>
internal static class Fees
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static FeeRuling Of(RuleBook book, string procedure, string kind, DateOnly taxableOn)
    {
        var rules = book.Fees.On(taxableOn);
        var id = book.Entry(procedure, taxableOn).Fee;
        if (rules.RenewalKinds.Contains(kind)) id = rules.Profiles[id].Renewal ?? id;
        var profile = rules.Profiles[id];
        return new(profile.Parts.Sum(p => p.Euros), Words(profile), new($"fees.{id}", rules.Version, profile.Article));
    }

    private static string Words(FeeProfile profile)
    {
        var parts = string.Join(" + ", profile.Parts.Select(p => string.Create(French, $"{p.Label} {p.Euros:0.##} €")));
        return string.Join(" ; ", new[] { parts, profile.Remark }.Where(words => !string.IsNullOrEmpty(words)));
    }
}
