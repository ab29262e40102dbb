namespace Anef.Host.Shared;

/// <summary>What surrounds every page. Section <c>Anef</c>.</summary>
internal sealed class FrameOptions
{
    /// <summary>The State's logo and typeface, for its own services alone: the operator lays them in <c>wwwroot/state/</c>.</summary>
    public bool StateIdentity { get; set; }

    /// <summary>Where the quick exit leads: a page that anybody may have been looking at.</summary>
    public string QuickExit { get; set; } = "https://www.meteofrance.com/";

    /// <summary>People are fictional here, and say so.</summary>
    public bool Demonstration { get; set; }
}
