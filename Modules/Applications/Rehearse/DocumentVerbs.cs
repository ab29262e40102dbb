using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Rehearse;

/// <summary><c>supply</c>.</summary>
internal sealed class SupplyVerb(IUseCase<SupplyDocuments.SupplyDocuments.Request, Done> act) : IRehearsalVerb
{
    public string Name => "supply";

    public IReadOnlyCollection<string> Fields => ["application", "documents", "receivedOn"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.List("documents"), step.DayOrNull("receivedOn")), ct);
}

/// <summary><c>requestDocuments</c>.</summary>
internal sealed class RequestDocumentsVerb(IUseCase<RequestDocuments.RequestDocuments.Request, Done> act) : IRehearsalVerb
{
    public string Name => "requestDocuments";

    public IReadOnlyCollection<string> Fields => ["application", "documents", "due"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.List("documents"), step.DayOrNull("due")), ct);
}

/// <summary><c>confirmComplete</c>.</summary>
internal sealed class ConfirmCompleteVerb(IUseCase<ConfirmComplete.ConfirmComplete.Request, Done> act) : IRehearsalVerb
{
    public string Name => "confirmComplete";

    public IReadOnlyCollection<string> Fields => ["application"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application()), ct);
}

/// <summary><c>civilStatus</c>.</summary>
internal sealed class CivilStatusVerb(IUseCase<ReceiveCivilStatus.ReceiveCivilStatus.Request, Done> act) : IRehearsalVerb
{
    public string Name => "civilStatus";

    public IReadOnlyCollection<string> Fields => ["application", "definitive"];

    public Task Play(RehearsalStep step, CancellationToken ct) => act.Handle(new(step.Application(), step.Flag("definitive", true)), ct);
}
