using Anef.Procedures.Domain;
using Anef.Procedures.ListProcedures;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class ReadingTheCatalogue
{
    private static readonly string[] Codes =
    [
        "ETU-1", "ETU-R", "RECE", "SAL", "SAL-P", "TT", "ENT", "TAL-SQ", "TAL-CBE", "TAL-CH", "TAL-MED", "TAL-PP", "TAL-FAM", "ICT", "SAIS", "CJF", "PEF",
        "RF", "JMJ", "ASE", "LPF", "SOINS", "AES", "OP", "TRA", "REF", "PS", "APA", "CR-1", "RLDUE", "CR-R", "VIS", "AUP", "STG", "CRA", "UE", "ADR",
        "SIT", "DUP", "DCEM", "TVE", "AT", "VLSTS",
    ];

    private static readonly DateOnly On = Day("2026-04-01");

    [Test]
    public void All_forty_three_procedures_are_there() =>
        Assert.That(Law.Procedures.All(On).Select(p => p.Code).ToList(), Is.EquivalentTo(Codes).And.Count.EqualTo(43));

    [Test]
    public void Its_families_agree_with_each_other() => Assert.That(Consistency.Faults(Book), Is.Empty);

    [Test]
    public void Every_family_has_a_file() =>
        Assert.That(Book.All.Select(RuleFamilies.NameOf).Distinct(), Is.EquivalentTo(RuleFamilies.Names));

    [Test]
    public void An_unknown_code_is_nothing() => Assert.That(Law.Procedures.Find("TIR", On), Is.Null);

    [TestCase("LPF", "2026-04-01", false)]
    [TestCase("SOINS", "2026-04-01", false)]
    [TestCase("AES", "2026-04-01", false)]
    [TestCase("APA", "2026-04-01", false)]
    [TestCase("SAL", "2021-04-30", false)]
    [TestCase("SAL", "2021-05-01", true)]
    [TestCase("CR-R", "2024-07-03", false)]
    [TestCase("CR-R", "2024-07-04", true)]
    public void A_procedure_is_online_from_the_day_on_which_it_joined_the_list(string procedure, string on, bool online) =>
        Assert.That(Law.Procedures.IsOnline(procedure, "75", Day(on)), Is.EqualTo(online));

    [TestCase("CJF", null, "CJF")]
    [TestCase("ETU-1", "L422-1", "ETU-R")]
    [TestCase("SAL", "L421-1", "SAL")]
    [TestCase("CR-1", null, "CR-R")]
    [TestCase("RLDUE", "L426-17", "CR-R")]
    [TestCase("REF", "L424-1", "REF")]
    [TestCase("VLSTS", "L422-1", "ETU-R")]
    [TestCase("VLSTS", "L. 421-1", "SAL")]
    [TestCase("VLSTS", "L421-14", "TAL-CH")]
    [TestCase("VLSTS", null, null)]
    [TestCase("ICT", "L421-26", null)]
    [TestCase("RECE", "L422-10", null)]
    [TestCase("AES", null, null)]
    public void A_held_permit_is_renewed_by(string held, string? ground, string? renewal) =>
        Assert.That(Law.Procedures.RenewalOf(Permit(held, "2026-09-30", ground), On), Is.EqualTo(renewal));

    [TestCase("CR-R", "REF", true)]
    [TestCase("REF", "REF", true)]
    [TestCase("SAL-P", "SAL", true)]
    [TestCase("SAL", "VLSTS", true)]
    [TestCase("SAL", "ETU-1", false)]
    [TestCase("ETU-1", "ETU-1", false)]
    public void Renewing_follows_the_catalogue(string procedure, string held, bool renews) =>
        Assert.That(Law.Procedures.Renews(procedure, Permit(held, "2026-09-30"), On), Is.EqualTo(renews));

    [Test]
    public void A_visa_that_several_procedures_could_renew_has_the_window_on_which_they_agree() =>
        Assert.That(Law.Procedures.RenewalWindow(Permit("VLSTS", "2026-09-30"), "75", On)?.Opens, Is.EqualTo(Day("2026-06-02")));

    [Test]
    public void What_cannot_be_renewed_has_no_window() =>
        Assert.That(Law.Procedures.RenewalWindow(Permit("ICT", "2026-09-30"), "75", On), Is.Null);

    [Test]
    public void The_documents_are_the_common_ones_and_its_own() =>
        Assert.That(Law.Procedures.DocumentsOf("CJF", "first", On).Select(d => d.Code),
            Is.EqualTo(new[] { "IDN", "DOM6", "PHOTO", "PREV", "MARI", "NATC", "VIECOM", "NONPOLY" }));

    [Test]
    public void A_victim_of_violence_brings_the_order_alone_and_no_document_of_the_spouse() =>
        Assert.That(Law.Procedures.DocumentsOf("OP", "first", On).Select(d => d.Code), Is.EqualTo(new[] { "ORDP" }));

    [Test]
    public void The_act_of_OFPRA_may_follow_later_and_nothing_else_may() =>
        Assert.That(Law.Procedures.All(On).SelectMany(p => Law.Procedures.DocumentsOf(p.Code, "first", On)).Where(d => !d.Indispensable).Select(d => d.Code).Distinct(),
            Is.EqualTo(new[] { "ECOFPRA_LATER" }));

    [TestCase("REF", 120)]
    [TestCase("CJF", 24)]
    [TestCase("ADR", null)]
    public void Says_how_long_the_permit_lasts(string procedure, int? months) => Assert.That(Law.Procedures.MonthsOf(procedure, On), Is.EqualTo(months));

    [TestCase("etudiant", "ETU-1")]
    [TestCase("CONJOINT français", "CJF")]
    [TestCase("L. 423-1", "CJF")]
    [TestCase("tal-ch", "TAL-CH")]
    public void Is_searched_by_words_codes_and_articles(string words, string found) =>
        Assert.That(Law.Procedures.All(On).Where(p => Search.Finds(p, words)).Select(p => p.Code), Does.Contain(found));

    [Test]
    public void A_search_for_nothing_that_exists_finds_nothing() =>
        Assert.That(Law.Procedures.All(On).Where(p => Search.Finds(p, "permis de pêche")), Is.Empty);
}
