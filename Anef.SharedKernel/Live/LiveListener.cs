using System.Threading.Channels;

namespace Anef.SharedKernel.Live;

/// <summary>One open page. Disposing of it is leaving.</summary>
public sealed class LiveListener : IDisposable
{
    /// <remarks>A page that is out of date is not more so after the tenth note: the oldest are dropped.</remarks>
    private readonly Channel<LiveNote> _notes = Channel.CreateBounded<LiveNote>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Action<LiveListener> _leave;

    internal LiveListener(Guid personId, Action<LiveListener> leave) => (PersonId, _leave) = (personId, leave);

    /// <summary>Who listens.</summary>
    public Guid PersonId { get; }

    /// <summary>What there is to hear.</summary>
    public ChannelReader<LiveNote> Notes => _notes.Reader;

    internal void Hear(LiveNote note) => _notes.Writer.TryWrite(note);

    /// <inheritdoc/>
    public void Dispose() => _leave(this);
}
