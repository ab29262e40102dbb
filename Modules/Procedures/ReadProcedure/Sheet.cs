using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.ReadProcedure;

/// <summary>All that is told of a procedure, for the whole country or for one prefecture: the page, its JSON and its block say the same.</summary>
internal sealed record Sheet
{
    /// <summary>The day that it holds for, there.</summary>
    public required DateOnly Today { get; init; }

    public required Procedure Procedure { get; init; }

    /// <summary>On the ministry's list of online procedures, there.</summary>
    public required bool Online { get; init; }

    public required SheetWindow Window { get; init; }

    public required IReadOnlyList<SheetKind> Kinds { get; init; }

    public required IReadOnlyList<RequiredDocument> Documents { get; init; }

    /// <summary>Null for the whole country.</summary>
    public SheetPlace? Place { get; init; }

    /// <summary>Null while too few decisions were measured.</summary>
    public MeasuredDelay? Delay { get; init; }

    /// <summary>Who last found the page right; null when nobody has.</summary>
    public PageCheck? Check { get; init; }

    /// <summary>What the sources leave open, in French.</summary>
    public string? Doubt { get; init; }

    public required IReadOnlyList<RuleVersion> Versions { get; init; }

    /// <summary>When anything of it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public bool IsStale => PageCheck.IsStale(Check?.On, Today);
}

/// <summary>When it may be asked.</summary>
internal sealed record SheetWindow(string Id, string Words, string? Article, WindowTerms Terms);

/// <summary>What holds for one kind of request.</summary>
internal sealed record SheetKind(string Kind, FeeRuling Fee, Delay? Silence, RuleReference? SilenceRule, ProvisionalRule? Provisional);

/// <summary>The prefecture, how to reach it, and what it adds of its own.</summary>
internal sealed record SheetPlace(Prefecture Prefecture, Contact Contact, IReadOnlyList<LocalNotice> Notices);

/// <summary>How to reach a prefecture without a computer; null where nobody has said.</summary>
internal sealed record Contact(string? Address, string? Phone, string? Hours, Uri? Website)
{
    /// <summary>What a manager wrote comes before the configuration; what is for one procedure before what is for all.</summary>
    public static Contact Of(Prefecture prefecture, IEnumerable<LocalNotice> notices)
    {
        var words = notices.OrderBy(n => n.Procedure.Length == 0).Select(n => n.Words).ToList();
        return new(First(words.Select(w => w.Address), prefecture.Address), First(words.Select(w => w.Phone), prefecture.Phone),
            First(words.Select(w => w.Hours), prefecture.Hours), prefecture.Website);
    }

    private static string? First(IEnumerable<string> written, string? configured) => written.FirstOrDefault(w => !string.IsNullOrWhiteSpace(w)) ?? configured;
}
