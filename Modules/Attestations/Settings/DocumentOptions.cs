namespace Anef.Attestations.Settings;

/// <summary>Section <c>Attestations</c> of the configuration.</summary>
internal sealed class DocumentOptions
{
    /// <summary>Where the signing keys are; relative to the caller's folder.</summary>
    public string KeysFolder { get; set; } = "data/keys";

    /// <summary>Address under which the public reaches this service; it is printed on documents.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>Checks a minute from one address.</summary>
    public int VerificationsPerMinute { get; set; } = 60;

    /// <summary>Minutes for which a published status list holds: what is revoked is known offline after that time at the latest.</summary>
    public int StatusListMinutes { get; set; } = 15;

    public string Base => PublicUrl.TrimEnd('/');
}
