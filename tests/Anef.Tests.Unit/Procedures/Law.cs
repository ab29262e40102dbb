using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Retention;

namespace Anef.Tests.Unit.Procedures;

/// <summary>The rules that the program is born with, and short ways to ask them.</summary>
internal static class Law
{
    public static RuleBook Book { get; } = EmbeddedRules.Read();

    public static IProcedures Procedures { get; } = Of(Book);

    public static IProcedures Of(RuleBook book) => new LegalProcedures(new Fixed(book));

    public static IRetention Retention { get; } = RetentionOf(Book);

    public static IRetention RetentionOf(RuleBook book) => new LegalRetention(new Fixed(book));

    public static IWorkingDays WorkingDays { get; } = new LegalWorkingDays(new Fixed(Book));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static HeldPermit Permit(string procedure, string until, string? ground = null, int months = 12, bool work = true) =>
        new(procedure, ground, Day(until).AddDays(1).AddMonths(-months), Day(until), work);

    public static FilingFacts Filing(string procedure, string kind, string on, HeldPermit? held = null, string? ground = null) => new()
    {
        Procedure = procedure,
        Kind = kind,
        Ground = ground ?? (Procedures.Find(procedure, Day(on))!.Articles is [var article, ..] ? article : ""),
        Department = "75",
        On = Day(on),
        Held = held,
    };

    private sealed class Fixed(RuleBook book) : IRules
    {
        public RuleBook Current => book;

        public void Refresh() { }
    }
}
