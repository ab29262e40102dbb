using Anef.Procedures.Contracts;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Cases T13 to T15, T29 to T31 and T46, as far as the rules say them.</summary>
internal sealed class WaitingWithADocument
{
    private static readonly DocumentTerm Extension = new(ProvisionalKind.Extension, 3, 0);

    private static ProvisionalRule? Due(FilingFacts facts) => Law.Procedures.ProvisionalOf(facts);

    [TestCase("2024-02-29", "2024-05-28")] // T14
    [TestCase("2023-12-01", "2024-02-29")]
    [TestCase("2025-12-01", "2026-02-28")]
    [TestCase("2024-10-15", "2025-01-14")] // T13
    [TestCase("2025-11-30", "2026-02-27")] // T15
    public void An_extension_lasts_three_months_less_a_day(string from, string until)
    {
        var term = Due(Filing("ETU-R", "renewal", "2024-01-01"))!.Terms.Single();
        Assert.That(Day(from).AddMonths(term.Months).AddDays(term.Days - 1), Is.EqualTo(Day(until)));
    }

    [Test]
    public void A_renewal_online_has_extensions_from_completeness()
    {
        var due = Due(Filing("CJF", "renewal", "2026-07-15", Permit("CJF", "2026-09-30")));
        Assert.Multiple(() =>
        {
            Assert.That(due?.Terms, Is.EqualTo(new[] { Extension }));
            Assert.That(due?.OnFiling, Is.False);
            Assert.That(due?.Mention, Is.Null);
            Assert.That(due?.Rule.Article, Is.EqualTo("R.431-15-1 al. 2"));
        });
    }

    [Test]
    public void Whoever_holds_no_permit_has_them_by_another_paragraph() =>
        Assert.That(Due(Filing("ASE", "first", "2026-04-01"))?.Rule.Article, Is.EqualTo("R.431-15-1 al. 3"));

    [TestCase("refugee", "REF", "reconnu réfugié", "R.431-15-3")] // T29
    [TestCase("subsidiary", "PS", "bénéficiaire de la protection subsidiaire", "R.431-15-4")]
    public void A_protected_person_has_six_months_from_filing_with_the_words_of_the_law(string protection, string procedure, string mention, string article)
    {
        var due = Due(Filing(procedure, "first", "2026-01-15") with { Protection = protection, RecognisedOn = Day("2026-01-10") });
        Assert.Multiple(() =>
        {
            Assert.That(due?.Terms, Is.EqualTo(new[] { new DocumentTerm(ProvisionalKind.Extension, 6, 0) }));
            Assert.That(due?.OnFiling, Is.True);
            Assert.That(due?.Mention, Is.EqualTo(mention));
            Assert.That(due?.Rule.Article, Is.EqualTo(article));
        });
    }

    [Test] // T31
    public void The_family_of_a_refugee_has_six_months_from_completeness_and_no_such_words()
    {
        var due = Due(Filing("REF", "first", "2026-01-15", ground: "L424-3") with { FamilyOfProtected = true, RecognisedOn = Day("2026-01-10") });
        Assert.That((due?.Terms[0].Months, due?.OnFiling, due?.Mention), Is.EqualTo(((int?)6, (bool?)false, (string?)null)));
    }

    [Test]
    public void A_procedure_at_the_counter_gives_receipts_of_six_then_three_months() =>
        Assert.That(Due(Filing("LPF", "first", "2026-01-15"))?.Terms,
            Is.EqualTo(new[] { new DocumentTerm(ProvisionalKind.Receipt, 6, 0), new DocumentTerm(ProvisionalKind.Receipt, 3, 0) }));

    [Test]
    public void A_victim_of_trafficking_reflects_for_thirty_days_under_a_receipt()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Due(Filing("TRA", "reflection30", "2026-01-15"))?.Terms, Is.EqualTo(new[] { new DocumentTerm(ProvisionalKind.Receipt, 0, 30), Extension }));
            Assert.That(Due(Filing("TRA", "first", "2026-01-15"))?.Terms, Is.EqualTo(new[] { Extension }));
        });
    }

    [TestCase("ADR", "declaration")]
    [TestCase("DUP", "duplicate")]
    [TestCase("AT", "employer")]
    [TestCase("DCEM", "first")]
    [TestCase("VLSTS", "validation")]
    [TestCase("CJF", "duplicate")]
    public void What_gives_no_stay_gives_no_document(string procedure, string kind) =>
        Assert.That(Due(Filing(procedure, kind, "2026-01-15")), Is.Null);

    [TestCase(true, "Il autorise son titulaire à travailler")] // T46
    [TestCase(false, null)]
    public void Before_the_commission_there_is_a_receipt_of_three_months(bool worked, string? mention)
    {
        var due = Law.Procedures.CommissionReceiptOf(Filing("CJF", "renewal", "2026-07-15", Permit("CJF", "2026-09-30", work: worked)));
        Assert.That((due.Terms.Single(), due.Mention, due.Rule.Article), Is.EqualTo((new DocumentTerm(ProvisionalKind.CommissionReceipt, 3, 0), mention, "R.432-9")));
    }

    [Test] // T29
    public void The_card_of_a_refugee_is_due_three_months_after_recognition()
    {
        var facts = Filing("REF", "first", "2026-01-15") with { Protection = "refugee", RecognisedOn = Day("2026-01-10") };
        Assert.Multiple(() =>
        {
            Assert.That(Law.Procedures.CardDueOn(facts)?.On, Is.EqualTo(Day("2026-04-10")));
            Assert.That(Law.Procedures.CardDueOn(facts with { FamilyOfProtected = true }), Is.Null); // T31
            Assert.That(Law.Procedures.CardDueOn(facts with { Kind = "renewal" }), Is.Null);
            Assert.That(Law.Procedures.CardDueOn(facts with { Procedure = "TVE" }), Is.Null);
        });
    }
}
