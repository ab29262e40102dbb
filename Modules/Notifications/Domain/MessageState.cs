namespace Anef.Notifications.Domain;

/// <summary>Where a message stands. Written to the database by name.</summary>
internal enum MessageState
{
    Waiting,

    /// <summary>Claimed by a sender until its lease passes.</summary>
    Sending,

    Sent,

    /// <summary>Waits for an operator.</summary>
    Stuck,

    Cancelled,
}

/// <summary>The way that a message takes.</summary>
internal enum Channel
{
    Email,
    Letter,

    /// <summary>Leaves for nowhere: read in the account.</summary>
    InApp,
}

internal static class Channels
{
    /// <summary>The name in facts and in rehearsals.</summary>
    public static string Name(this Channel channel) => channel switch
    {
        Channel.Email => "email",
        Channel.Letter => "letter",
        _ => "inApp",
    };
}
