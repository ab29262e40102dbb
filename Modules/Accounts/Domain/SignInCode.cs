namespace Anef.Accounts.Domain;

/// <summary>A secret given to somebody, by mail or on paper, for one use. Only its hash is kept.</summary>
internal sealed class SignInCode
{
    public const int MaxTries = 5;
    public static readonly TimeSpan LifeByMail = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LifeOnPaper = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public CodePurpose Purpose { get; init; }

    /// <summary>Null for an account that is yet to be opened, and for a code that nobody was sent.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Whose letter or sheet it is.</summary>
    public Guid? PersonId { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>What is to be done once the code is entered, sealed.</summary>
    public string? Sealed { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>What a code opens.</summary>
internal enum CodePurpose
{
    /// <summary>An account.</summary>
    SignIn,

    /// <summary>An account that does not exist yet.</summary>
    Opening,

    /// <summary>A new address of an account.</summary>
    NewAddress,

    /// <summary>An account, from a letter or a sheet of paper.</summary>
    Paper,
}
