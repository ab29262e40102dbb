namespace Anef.SharedKernel.Events;

/// <summary>A fact that a module tells. Its type's name is its name for ever; its fields are only ever added to.</summary>
public interface IEvent;

/// <summary>Listens to one kind of fact, or to all that share an interface. May be called twice for one fact: writes so that it shows once.</summary>
public interface IHandleEvent<in TEvent> where TEvent : IEvent
{
    /// <summary>Takes note. An exception means: call again later.</summary>
    Task Handle(TEvent fact, CancellationToken ct);
}
