using Anef.SharedKernel.Events;

namespace Anef.Applications.Domain;

/// <summary>What is loaded, changed and saved as one; it remembers what is to be told of the change.</summary>
internal abstract class Aggregate
{
    private readonly List<IEvent> _told = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    public long Version { get; private set; }

    /// <summary>The facts told since the last save; they go into its transaction.</summary>
    public IReadOnlyList<IEvent> TakeFacts()
    {
        IReadOnlyList<IEvent> facts = [.. _told];
        _told.Clear();
        return facts;
    }

    /// <summary>Brings the columns that only the index reads in line with the state, before a save.</summary>
    public abstract void Settle();

    protected void Tell(IEvent fact) => _told.Add(fact);
}
