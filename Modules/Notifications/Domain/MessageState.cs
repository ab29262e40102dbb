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

    /// <summary>Says that there is something to read in the account, and no more.</summary>
    Sms,

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
        Channel.Sms => "sms",
        _ => "inApp",
    };
}
