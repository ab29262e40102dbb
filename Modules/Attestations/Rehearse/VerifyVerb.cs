using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Attestations.Rehearse;

/// <summary><c>verify</c>: asks the public verification and keeps its answer.</summary>
internal sealed class VerifyVerb(IUseCase<Verify.VerifyAttestation.Request, Verify.VerifyAttestation.Response> verify) : IRehearsalVerb
{
    public string Name => "verify";

    public IReadOnlyCollection<string> Fields => ["attestation", "as"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var number = await step.World.NumberOf(step.Text("attestation"), ct);
        step.World.Results[step.Text("as")] = number is null
            ? new JsonObject { ["status"] = "unknown" }
            : JsonSerializer.SerializeToNode(await verify.Handle(new(number), ct), OutboxJson.Options)!.AsObject();
    }
}
