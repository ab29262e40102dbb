namespace Anef.Notifications.Domain;

/// <summary>An address as it may be shown: whose it is knows it again, others learn nothing from it.</summary>
internal static class Masked
{
    /// <summary><c>i…@example.org</c>, <c>+33 … 78</c>; of a postal address nothing but that it is one.</summary>
    public static string? Address(Channel channel, string? address) => (channel, address) switch
    {
        (_, null or "") or (Channel.Letter or Channel.InApp, _) => null,
        (Channel.Sms, _) => $"{address[..Math.Min(3, address.Length)]} … {address[^Math.Min(2, address.Length)..]}",
        _ when address.LastIndexOf('@') is > 0 and var at => $"{address[0]}…{address[at..]}",
        _ => "…",
    };
}
