using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Rehearse;

/// <summary><c>move</c>.</summary>
internal sealed class MoveVerb(IUseCase<MovePerson.MovePerson.Request, Done> act) : IRehearsalVerb
{
    public string Name => "move";

    public IReadOnlyCollection<string> Fields => ["person", "to"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Person(), step.Text("to")), ct);
}

/// <summary><c>accept</c>.</summary>
internal sealed class AcceptVerb(IUseCase<MovePerson.AcceptTransfer.Request, Done> act) : IRehearsalVerb
{
    public string Name => "accept";

    public IReadOnlyCollection<string> Fields => ["application", "by"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.Text("by")), ct);
}

/// <summary><c>naturalised</c>.</summary>
internal sealed class NaturalisedVerb(IUseCase<CloseApplication.RecordEvent.Request, Done> act) : IRehearsalVerb
{
    public string Name => "naturalised";

    public IReadOnlyCollection<string> Fields => ["person"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Person(), Died: false), ct);
}

/// <summary><c>deceased</c>.</summary>
internal sealed class DeceasedVerb(IUseCase<CloseApplication.RecordEvent.Request, Done> act) : IRehearsalVerb
{
    public string Name => "deceased";

    public IReadOnlyCollection<string> Fields => ["person"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Person(), Died: true), ct);
}
