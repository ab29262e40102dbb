using Anef.SharedKernel.Rules;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Case T32 and the rest of the lists.</summary>
internal sealed class WorkingWhileWaiting
{
    private static WorkRight First(string procedure, string ground) =>
        Law.Procedures.WorkOf(Filing(procedure, "first", "2026-04-01", ground: ground)).Work;

    [TestCase("LPF", "L423-23", WorkRight.No)] // T32
    [TestCase("PEF", "L423-7", WorkRight.Yes)]
    [TestCase("ETU-1", "L422-1", WorkRight.No)]
    [TestCase("SOINS", "L425-9", WorkRight.No)]
    [TestCase("VIS", "L426-20", WorkRight.No)]
    [TestCase("JMJ", "L423-13", WorkRight.Yes)]
    [TestCase("JMJ", "L423-21", WorkRight.No)]
    [TestCase("RECE", "L422-14", WorkRight.Yes)]
    [TestCase("RECE", "L422-10", WorkRight.No)]
    [TestCase("OP", "L425-6", WorkRight.Yes)]
    [TestCase("TRA", "R425-2", WorkRight.Yes)]
    [TestCase("REF", "L. 424-1", WorkRight.Yes)]
    [TestCase("APA", "L424-18", WorkRight.Yes)]
    [TestCase("SAL", "L421-1", WorkRight.Conditional)]
    [TestCase("TAL-MED", "L421-13-1", WorkRight.Conditional)]
    public void On_a_first_request_depends_on_the_article(string procedure, string ground, WorkRight work) =>
        Assert.That(First(procedure, ground), Is.EqualTo(work));

    [Test] // T32
    public void On_a_renewal_goes_on_when_the_card_allowed_it() =>
        Assert.That(Law.Procedures.WorkOf(Filing("LPF", "renewal", "2026-04-01", Permit("LPF", "2026-04-30"))).Work, Is.EqualTo(WorkRight.Yes));

    [TestCase("VIS", "L426-20", WorkRight.No)]
    [TestCase("SAL", "L421-1", WorkRight.No)]
    [TestCase("PEF", "L423-7", WorkRight.Yes)]
    public void On_a_renewal_of_a_card_without_work_only_a_listed_article_gives_it(string procedure, string ground, WorkRight work) =>
        Assert.That(Law.Procedures.WorkOf(Filing(procedure, "renewal", "2026-04-01", Permit(procedure, "2026-04-30", work: false), ground)).Work, Is.EqualTo(work));

    [Test]
    public void On_a_change_of_status_keeps_what_the_old_card_allowed() =>
        Assert.That(Law.Procedures.WorkOf(Filing("ENT", "change_status", "2026-04-01", Permit("SAL", "2026-07-30"))).Work, Is.EqualTo(WorkRight.Yes));

    [Test]
    public void A_long_stay_visa_meets_the_condition_of_the_talents() =>
        Assert.That(Law.Procedures.WorkOf(Filing("TAL-SQ", "renewal", "2026-04-01", Permit("VLSTS", "2026-07-30", work: false))).Work, Is.EqualTo(WorkRight.Yes));

    [Test]
    public void A_condition_is_told_in_French() =>
        Assert.That(Law.Procedures.WorkOf(Filing("TT", "first", "2026-04-01")).Condition, Does.Contain("autorisation de travail"));
}
