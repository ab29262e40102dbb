using Anef.Notifications.Domain;

namespace Anef.Notifications.Transports;

/// <summary>Takes a message out of the house. An exception other than <see cref="MayHaveLeft"/> means that it certainly did not leave.</summary>
internal interface ICarrier
{
    /// <summary>Carrying the same message twice shows once.</summary>
    bool Repeatable { get; }

    Task Carry(Message message, CancellationToken ct);
}

/// <summary>The message was handed over, and nobody said whether it was taken.</summary>
internal sealed class MayHaveLeft(Exception cause) : Exception(cause.Message, cause);

/// <summary>The way out is closed for a while; nothing was tried.</summary>
internal sealed class WayClosed(TimeSpan? opensIn) : Exception("le serveur de messagerie ne répond plus : on attend avant de réessayer")
{
    public TimeSpan OpensIn { get; } = opensIn ?? TimeSpan.FromMinutes(1);
}
