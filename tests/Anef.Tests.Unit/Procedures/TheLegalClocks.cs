using Anef.Procedures.Contracts;
using CsCheck;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>What holds for every date and every procedure.</summary>
internal sealed class TheLegalClocks
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 12_000].Select(n => new DateOnly(2015, 1, 1).AddDays(n));

    private static readonly Gen<string> Codes = Gen.OneOf([.. Law.Procedures.All(Day("2026-04-01")).Select(p => p.Code)]);

    private static readonly Gen<string> Kinds = Gen.OneOf([.. Law.Procedures.All(Day("2026-04-01")).SelectMany(p => p.Kinds).Distinct()]);

    private static readonly Gen<HeldPermit?> Held = Gen.Select(Codes, Days, Gen.Int[1, 120], Gen.Bool, Gen.Bool,
        (code, until, months, work, none) => none ? null : new HeldPermit(code, Law.Procedures.Find(code, until)!.Articles is [var article, ..] ? article : null, until.AddMonths(-months), until, work));

    private static readonly Gen<DateOnly?> MaybeDay = Gen.Select(Days, Gen.Bool, (day, none) => none ? (DateOnly?)null : day);

    private static readonly Gen<FilingFacts> Filings = Gen.Select(Codes, Kinds, Days, Held, MaybeDay, MaybeDay, Gen.Bool,
        (code, kind, on, held, born, entered, family) => new FilingFacts
        {
            Procedure = code,
            Kind = kind,
            Ground = Law.Procedures.Find(code, on)!.Articles is [var article, ..] ? article : "",
            Department = "974",
            On = on,
            Held = held,
            Born = born,
            EnteredOn = entered,
            MovedOn = entered,
            RecognisedOn = entered,
            Protection = family ? null : "refugee",
            FamilyOfProtected = family,
        });

    /// <summary>Until the list of 1 May 2021 and the sixty days that it took to count, the old two months held.</summary>
    private static bool AfterTheList(DateOnly until) => until >= new DateOnly(2021, 7, 1);

    [Test]
    public void An_online_window_is_open_for_sixty_days_and_the_next_one() => Days.Where(AfterTheList).Sample(until =>
    {
        var window = Law.Procedures.RenewalWindow(new("CJF", null, until.AddYears(-1), until, true), "75", Day("2026-04-01"))!;
        return window.Closes!.Value.DayNumber - window.Opens!.Value.DayNumber == 60 && until.DayNumber - window.Closes.Value.DayNumber == 60;
    });

    [Test]
    public void Who_is_in_time_in_one_zone_is_in_time() => Gen.Select(Filings, Gen.Int[-1, 1]).Sample((facts, shift) =>
    {
        var paris = facts.On.AddDays(shift);
        var both = Law.Procedures.Judge(facts with { OnInParis = paris });
        return new[] { Law.Procedures.Judge(facts), Law.Procedures.Judge(facts with { On = paris }) }
            .All(one => Filed(both) || !Filed(one));

        static bool Filed(FilingJudgement j) => j.TooEarlyUntil is null && j.Timeliness != Timeliness.Late;
    });

    [Test]
    public void Late_is_after_the_close_and_in_time_is_inside() => Filings.Sample(facts =>
    {
        var judgement = Law.Procedures.Judge(facts);
        var (opens, closes) = (judgement.Window.Opens, judgement.Window.Closes);
        return judgement switch
        {
            { TooEarlyUntil: { } until } => facts.On < until && until == opens,
            { Timeliness: Timeliness.Late } => facts.On > closes,
            { Timeliness: Timeliness.InTime } => !(facts.On < opens) && !(facts.On > closes),
            _ => opens is null && closes is null,
        };
    });

    [Test]
    public void A_fee_for_lateness_falls_on_a_late_renewal_only() => Filings.Sample(facts =>
        Law.Procedures.Judge(facts) is not { LateFee: not null } judgement || (judgement.Timeliness == Timeliness.Late && judgement.Kind == "renewal"));

    [Test]
    public void Silence_refuses_after_completeness_and_months_end_where_the_month_does() => Gen.Select(Codes, Kinds, Days).Sample((code, kind, complete) =>
    {
        if (Law.Procedures.SilenceOf(code, kind, complete) is not { } silence) return true;
        var months = silence.Delay.EndsWith("mois", StringComparison.Ordinal);
        var clamped = silence.On.Day == complete.Day || (silence.On.Day < complete.Day && silence.On.AddDays(1).Day == 1);
        return silence.On > complete && (!months || clamped);
    });

    [Test]
    public void Coverage_by_the_card_starts_after_its_end_and_stays_within_three_months() => Gen.Select(Held, Days, Gen.Bool).Sample((held, filedOn, listed) =>
        held is null || Law.Procedures.LegalCoverageOf(held, filedOn, listed) is not { } coverage
        || (coverage.From > held.ValidUntil && coverage.From >= filedOn && coverage.From <= coverage.Until && coverage.Until == held.ValidUntil.AddMonths(3)));

    [Test]
    public void A_birthday_based_window_never_closes_before_eighteen() => Filings.Sample(facts =>
        facts is not { Held: null, Born: { } born } || !Law.Procedures.Judge(facts).Window.Rule.Rule.StartsWith("windows.AGE", StringComparison.Ordinal)
        || Law.Procedures.Judge(facts).Window.Closes >= born.AddYears(18));

    [Test]
    public void Every_procedure_answers_every_question_for_all_kinds() => Filings.Sample(facts =>
    {
        var law = Law.Procedures;
        law.Judge(facts);
        law.WorkOf(facts);
        law.ProvisionalOf(facts);
        law.CommissionReceiptOf(facts);
        law.CardDueOn(facts);
        law.SilenceOf(facts.Procedure, facts.Kind, facts.On);
        law.FeeOf(facts.Procedure, facts.Kind, facts.On);
        law.MonthsOf(facts.Procedure, facts.On);
        if (facts.Held is { } held) law.RenewalWindow(held, facts.Department, facts.On);
        return law.DocumentsOf(facts.Procedure, facts.Kind, facts.On).Count > 0 && law.FeeOf(facts.Procedure, facts.Kind, facts.On).Detail.Length > 0;
    });
}
