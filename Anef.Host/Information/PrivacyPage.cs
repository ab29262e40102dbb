using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Retention;

namespace Anef.Host.Information;

/// <summary>What is kept of people and how long: the durations are those of the rules in force today.</summary>
internal sealed class PrivacyPage(Say say, Publisher publisher, IEnumerable<IRetention> retention, TimeProvider clock) : ProsePage(say, publisher, "legal.privacy")
{
    private readonly Say _say = say;

    /// <summary>None where no module keeps anything.</summary>
    public IReadOnlyList<RetentionRule> Rules { get; } = retention.FirstOrDefault()?.All(clock.Today(CivilTime.Paris)) ?? [];

    public string Length(RetentionRule rule)
    {
        var parts = new[] { Part("years", rule.Months / 12), Part("months", rule.Months % 12), Part("days", rule.Days) }.OfType<string>();
        return parts.Aggregate((one, other) => _say["legal.retention.and", ("one", one), ("other", other)]);
    }

    private string? Part(string unit, int n) => n == 0 ? null : _say.Count($"legal.retention.{unit}", n);
}
