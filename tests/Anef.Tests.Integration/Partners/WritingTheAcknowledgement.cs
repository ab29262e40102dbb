using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ProcessBatch;

namespace Anef.Tests.Integration.Partners;

public sealed class WritingTheAcknowledgement
{
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+33", "'+33")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("a;b", "\"a;b\"")]
    [TestCase("dit \"oui\"", "\"dit \"\"oui\"\"\"")]
    [TestCase("un\ndeux", "un deux")]
    [TestCase(null, "")]
    public void A_cell_is_text_whatever_it_looks_like(string? text, string cell) => Assert.That(AcknowledgementCsv.Cell(text), Is.EqualTo(cell));

    [Test]
    public void Every_reason_has_words_and_says_what_to_do() =>
        Assert.That(new[] { "noMandate", "toIdentify", "notUnderstood", "noNumber", "noBirthDate", "badBirthDate", "badNumber", "noProcedure", "unknownProcedure", "procedureNotAgreed", "outsideAgreement", "asylum", "nationality", "routed", "routedElsewhere", "filed", "draftKept", "attached", "groundChanged", "groundToSee", "noDocuments", "noApplication", "documentRefused", "refusedByLaw", "answered" }
            .Select(code => Outcomes.Of(code)), Has.None.Matches<Outcome>(o => o is not { Reason.Length: > 0, Todo.Length: > 0 }));

    [Test]
    public void A_repeated_line_says_so() => Assert.That(Outcomes.Repeated(Outcomes.Of("routed"), Repeat.Same).Reason, Does.StartWith("Déjà reçue"));
}
