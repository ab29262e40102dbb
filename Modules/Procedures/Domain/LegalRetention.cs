using Anef.SharedKernel.Retention;

namespace Anef.Procedures.Domain;

/// <summary>Answers from the rules of retention in force.</summary>
internal sealed class LegalRetention(IRules rules) : IRetention
{
    public RetentionRule Of(string thing, DateOnly on) => rules.Current.Retention.On(on).Of(thing);

    public IReadOnlyList<RetentionRule> All(DateOnly on) => [.. Things.All.Select(thing => Of(thing, on))];
}
