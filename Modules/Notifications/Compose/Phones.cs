using PhoneNumbers;

namespace Anef.Notifications.Compose;

/// <summary>Telephone numbers as gateways want them.</summary>
internal static class Phones
{
    /// <summary>A number without its country's prefix is French, of the metropolis or of one of these.</summary>
    private static readonly string[] Regions = ["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"];

    /// <summary>E.164 (<c>+33612345678</c>), or null when no telephone has this number.</summary>
    public static string? Normal(string? given)
    {
        if (string.IsNullOrWhiteSpace(given)) return null;
        var util = PhoneNumberUtil.GetInstance();
        foreach (var region in Regions)
        {
            try
            {
                var number = util.Parse(given, region);
                if (util.IsValidNumber(number)) return util.Format(number, PhoneNumberFormat.E164);
            }
            catch (NumberParseException)
            {
                // No number in this region's eyes; another may know it.
            }
        }
        return null;
    }
}
