using Anef.SharedKernel.UseCases;

namespace Anef.Attestations.Keys;

/// <summary>A new key signs from now on; those before stay published.</summary>
internal sealed class RotateKeys(KeyRing ring) : IUseCase<RotateKeys.Request, RotateKeys.Response>
{
    public sealed record Request;

    /// <summary>Name of the key that signs tokens now.</summary>
    public sealed record Response(string Kid);

    public Task<Response> Handle(Request request, CancellationToken ct)
    {
        ring.Rotate();
        return Task.FromResult(new Response(ring.Token.Kid));
    }
}
