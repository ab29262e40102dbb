namespace Anef.Notifications.Domain;

/// <summary>What a message is to the law: only what is none of its business may be switched off.</summary>
internal enum Notice
{
    /// <summary>Begins, ends or explains a right or a delay. Always sent.</summary>
    Legal,

    /// <summary>Says again what was said, as a day comes near.</summary>
    Reminder,

    /// <summary>Says that things go on, and asks for nothing.</summary>
    Progress,
}

internal static class Notices
{
    /// <summary>What is not known to be anything else is legal.</summary>
    public static Notice Of(string template) => template switch
    {
        "windowReminder" or "documentsReminder" => Notice.Reminder,
        "complete" or "closed" or "partnerCase" or "partnerCaseAnswered" => Notice.Progress,
        _ => Notice.Legal,
    };
}
