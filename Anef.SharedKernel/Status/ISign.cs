namespace Anef.SharedKernel.Status;

/// <summary>A part of the service whose standing still people would notice. Shown to all, in plain words.</summary>
public interface ISign
{
    /// <summary>Its words stand under <c>help.status.{Key}</c>.</summary>
    string Key { get; }

    /// <summary>Looks how it stands.</summary>
    Task<SignState> Look(CancellationToken ct);
}

/// <summary>How a part of the service stands.</summary>
/// <param name="Level">Whether it works.</param>
/// <param name="Since">Since when it does not, or when it last did; null where the words name no instant.</param>
public sealed record SignState(SignLevel Level, DateTimeOffset? Since = null);

/// <summary>Whether it works.</summary>
public enum SignLevel
{
    /// <summary>It works.</summary>
    Good,

    /// <summary>It works, late.</summary>
    Slow,

    /// <summary>It does not.</summary>
    Down,
}
