using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Rehearse;

/// <summary><c>amend</c>.</summary>
internal sealed class AmendVerb(IUseCase<AmendApplication.AmendApplication.Request, Done> act) : IRehearsalVerb
{
    public string Name => "amend";

    public IReadOnlyCollection<string> Fields => ["application", "fields"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.Block("fields")?.Fields.ToDictionary(f => f.Key, f => f.Value?.ToString() ?? "") ?? []), ct);
}

/// <summary><c>changeGround</c>.</summary>
internal sealed class ChangeGroundVerb(IUseCase<ChangeGround.ChangeGround.Request, Done> act) : IRehearsalVerb
{
    public string Name => "changeGround";

    public IReadOnlyCollection<string> Fields => ["application", "procedure", "ground"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.TextOrNull("procedure"), step.TextOrNull("ground"), Requalified: false), ct);
}

/// <summary><c>requalify</c>.</summary>
internal sealed class RequalifyVerb(IUseCase<ChangeGround.ChangeGround.Request, Done> act) : IRehearsalVerb
{
    public string Name => "requalify";

    public IReadOnlyCollection<string> Fields => ["application", "procedure", "ground"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.TextOrNull("procedure"), step.TextOrNull("ground"), Requalified: true), ct);
}

/// <summary><c>withdraw</c>.</summary>
internal sealed class WithdrawVerb(IUseCase<WithdrawApplication.WithdrawApplication.Request, Done> act) : IRehearsalVerb
{
    public string Name => "withdraw";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}

/// <summary><c>undoWithdrawal</c>.</summary>
internal sealed class UndoWithdrawalVerb(IUseCase<WithdrawApplication.UndoWithdrawal.Request, Done> act) : IRehearsalVerb
{
    public string Name => "undoWithdrawal";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}
