using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>An agent who instructs opened a file of a prefecture, or did something to it: told at the first of a day.</summary>
/// <param name="Day">Of the prefecture.</param>
public sealed record OfficerWorked(Guid AccountId, string Prefecture, DateOnly Day) : IEvent;

/// <summary>Somebody was received by an agent, by telephone or at a counter: told at the first of a day, and when a contact is written down.</summary>
/// <param name="Channel"><c>phone</c>, <c>counter</c> or <c>mail</c>.</param>
/// <param name="Written">The agent wrote down how; else it is the channel of the agent's desk.</param>
public sealed record PersonReceived(Guid PersonId, Guid AccountId, string Prefecture, DateOnly Day, string Channel, bool Written) : IEvent;

/// <summary>Who worked and who was received, read back from the log of openings and from the contacts written down. It reaches as far back as those are kept.</summary>
public interface IDeskLog
{
    /// <summary>The instant of the first line from then on; null where there is none.</summary>
    Task<DateTimeOffset?> Next(DateTimeOffset from, CancellationToken ct);

    /// <summary>What is told of the lines between two instants, the second not included, in their order.</summary>
    Task<DeskFacts> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);
}

/// <summary>The same facts as were told at the time.</summary>
public sealed record DeskFacts(IReadOnlyList<OfficerWorked> Worked, IReadOnlyList<PersonReceived> Received);
