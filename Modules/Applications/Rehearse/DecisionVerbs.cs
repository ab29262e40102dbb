using Anef.Applications.Contracts;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Rehearse;

/// <summary><c>notify</c>.</summary>
internal sealed class NotifyVerb(IUseCase<DecideApplication.NotifyDecision.Request, Done> act) : IRehearsalVerb
{
    public string Name => "notify";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}

/// <summary><c>handOver</c>.</summary>
internal sealed class HandOverVerb(IUseCase<HandOverCard.HandOverCard.Request, Done> act) : IRehearsalVerb
{
    public string Name => "handOver";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}

/// <summary><c>seizeCommission</c>.</summary>
internal sealed class SeizeCommissionVerb(IUseCase<SeizeCommission.SeizeCommission.Request, Done> act) : IRehearsalVerb
{
    public string Name => "seizeCommission";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}

/// <summary><c>sign</c>.</summary>
internal sealed class SignVerb(IUseCase<DecideApplication.SignDecision.Request, Done> act) : IRehearsalVerb
{
    public string Name => "sign";

    public IReadOnlyCollection<string> Fields => ["application", "outcome", "reasons", "removalOrder"];

    public Task Play(RehearsalStep step, CancellationToken ct)
    {
        var outcome = step.Text("outcome") switch
        {
            "grant" => DecisionOutcome.Grant,
            "refuse" => DecisionOutcome.Refuse,
            var other => throw new RehearsalError($"« sign » : « outcome: {other} » n'est ni grant ni refuse"),
        };
        return act.Handle(new(step.Application(), outcome, step.List("reasons"), step.Flag("removalOrder", false)), ct);
    }
}
