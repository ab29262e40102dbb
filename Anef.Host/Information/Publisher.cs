namespace Anef.Host.Information;

/// <summary>Who answers for this site. Section <c>Anef:Publisher</c>; what the operator leaves out is said to be missing.</summary>
internal sealed class Publisher
{
    /// <summary>The administration, with its address.</summary>
    public string? Name { get; set; }

    /// <summary>Director of publication.</summary>
    public string? Director { get; set; }

    /// <summary>Who hosts the site, with address and telephone.</summary>
    public string? Hosting { get; set; }

    /// <summary>Where people write.</summary>
    public string? Contact { get; set; }

    /// <summary>Data protection officer.</summary>
    public string? DataProtection { get; set; }

    /// <summary>National telephone number.</summary>
    public string? Phone { get; set; }
}
