namespace Anef.Notifications.Transports;

/// <summary>Takes text messages to telephones.</summary>
internal interface ISmsGateway
{
    /// <summary>Giving it the same one twice shows once.</summary>
    bool Repeatable { get; }

    /// <param name="to">E.164.</param>
    /// <param name="reference">Comes back with the report; the same for every attempt, so that a gateway can tell a repetition.</param>
    Task Send(string to, string text, Guid reference, CancellationToken ct);
}

/// <summary>The gateway says that this number takes no text messages.</summary>
internal sealed class SmsRefused(string words) : Exception(words);

/// <summary>The gateway does not work, or does not want us; the number is not at fault.</summary>
internal sealed class SmsGatewayFault(string words, bool mayWorkSoon, Exception? cause = null) : Exception(words, cause)
{
    /// <summary>Worth another try in a second.</summary>
    public bool MayWorkSoon { get; } = mayWorkSoon;
}
