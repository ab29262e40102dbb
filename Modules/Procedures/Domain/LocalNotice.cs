using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>What a prefecture adds of its own to a procedure's page, until a day. A new one takes the place of the last.</summary>
internal sealed class LocalNotice
{
    /// <summary>How far ahead a notice may end: what nobody looks at for longer is not to be trusted.</summary>
    public const int LongestDays = 366;

    private LocalNotice() { }

    public Guid Id { get; private init; }

    public string Prefecture { get; private init; } = "";

    /// <summary>Catalogue code; empty for every procedure of the prefecture.</summary>
    public string Procedure { get; private init; } = "";

    public NoticeWords Words { get; private init; } = new();

    /// <summary>Who answers for it.</summary>
    public string Owner { get; private init; } = "";

    public Guid? WrittenBy { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Last day on which it is shown.</summary>
    public DateOnly ExpiresOn { get; private init; }

    /// <summary>Taken away, or replaced, before its last day.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public long Version { get; private set; }

    public static LocalNotice Write(string prefecture, string procedure, NoticeWords words, DateOnly expiresOn, DateOnly today, (Guid? Id, string Name) owner, DateTimeOffset now)
    {
        if (words.IsEmpty) throw new RuleBroken("procedures.notice-empty", "Écrivez au moins un texte, un mode de dépôt, des horaires, une adresse ou un téléphone.");
        if (expiresOn < today) throw new RuleBroken("procedures.notice-expired", "La date de fin est déjà passée. Choisissez un jour à venir.");
        if (expiresOn > today.AddDays(LongestDays)) throw new RuleBroken("procedures.notice-endless", $"Une page locale vaut {LongestDays} jours au plus : choisissez une date plus proche, puis prolongez-la.");
        return new()
        {
            Id = Guid.CreateVersion7(),
            Prefecture = prefecture,
            Procedure = procedure,
            Words = words,
            Owner = owner.Name,
            WrittenBy = owner.Id,
            WrittenAt = now,
            ExpiresOn = expiresOn,
        };
    }

    public bool HoldsOn(DateOnly day) => EndedAt is null && day <= ExpiresOn;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>The words of a notice; each is empty or replaces what the page would say.</summary>
internal sealed record NoticeWords
{
    public const int Longest = 2000;

    public string Text { get; init; } = "";

    public string Channel { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Address { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text + Channel + Hours + Address + Phone);
}
