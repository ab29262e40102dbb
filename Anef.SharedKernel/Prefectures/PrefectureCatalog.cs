using Anef.SharedKernel.Rules;

namespace Anef.SharedKernel.Prefectures;

/// <summary>The prefectures of this deployment.</summary>
public sealed class PrefectureCatalog(IEnumerable<Prefecture> prefectures)
{
    private readonly Dictionary<string, Prefecture> _byCode = prefectures.ToDictionary(p => p.Code);

    /// <summary>By code.</summary>
    public IReadOnlyCollection<Prefecture> All => _byCode.Values;

    /// <summary>Every time zone in use.</summary>
    public IReadOnlyList<string> Zones { get; } = [.. prefectures.Select(p => p.TimeZone).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The prefecture of a department.</summary>
    /// <exception cref="RuleBroken">The code is no department where the code of entry and residence applies (New Caledonia, say).</exception>
    public Prefecture Of(string code) => Find(code) ?? throw new RuleBroken("prefectures.outside-scope",
        $"Le code de l'entrée et du séjour ne s'applique pas à « {code} » : adressez-vous au haut-commissariat ou à l'administration supérieure du territoire.");

    /// <summary>The prefecture of a department, or null.</summary>
    public Prefecture? Find(string code) => _byCode.GetValueOrDefault(code);
}
