using System.Threading.Channels;
using Anef.Attestations.Domain;

namespace Anef.Attestations.Verify;

/// <summary>Checks that are not yet written: an answer waits for no disk.</summary>
internal sealed class CheckBook
{
    /// <summary>What some minutes without a database may hold; beyond, checks are answered and not noted.</summary>
    private const int Capacity = 200_000;

    private readonly Channel<Check> _waiting = Channel.CreateBounded<Check>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private long _lost;

    /// <summary>Checks that found the book full.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    public void Note(Guid attestationId, Guid personId, DateTimeOffset at, AttestationStatus answer)
    {
        if (!_waiting.Writer.TryWrite(new() { AttestationId = attestationId, PersonId = personId, At = at, Answer = answer })) Interlocked.Increment(ref _lost);
    }

    /// <summary>Takes what waits, up to a number.</summary>
    public List<Check> Take(int most)
    {
        var taken = new List<Check>();
        while (taken.Count < most && _waiting.Reader.TryRead(out var check)) taken.Add(check);
        return taken;
    }
}
