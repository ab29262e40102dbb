using Anef.SharedKernel.Settings;
using Microsoft.Extensions.Configuration;

namespace Anef.Notifications.Settings;

/// <summary>How text messages leave. Section <c>Sms</c> of the configuration.</summary>
internal sealed class SmsOptions
{
    public SmsTransport Transport { get; set; } = SmsTransport.File;

    public string OutgoingFolder { get; set; } = "data/sms";

    /// <summary>Where the gateway takes <c>{ "to", "text", "reference" }</c>.</summary>
    public string? Url { get; set; }

    /// <summary>Bearer token for the gateway.</summary>
    public string? Token { get; set; }

    /// <summary>What the gateway says with its reports; without it, nobody may report.</summary>
    public string? ReportSecret { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <exception cref="SettingFault">It cannot work.</exception>
    public static SmsOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<SmsOptions>("Sms");
        if (options.Transport == SmsTransport.Http && !(Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            throw new SettingFault("Sms:Url", "une adresse est attendue quand Sms:Transport est « Http ».");
        return options;
    }
}

/// <summary>The way out for text messages.</summary>
internal enum SmsTransport
{
    /// <summary>Files in a folder.</summary>
    File,

    /// <summary>An operator's gateway.</summary>
    Http,
}
