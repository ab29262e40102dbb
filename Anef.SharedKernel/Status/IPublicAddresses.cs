namespace Anef.SharedKernel.Status;

/// <summary>Pages of a module that anybody may find by searching: for the site's map.</summary>
public interface IPublicAddresses
{
    /// <summary>Paths, each with its first slash.</summary>
    IEnumerable<string> Addresses { get; }
}
