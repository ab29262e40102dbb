using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.Tests.Unit.PartnerOrganisations;

/// <summary>Every fault that the corpus brings about has words of its own, and no words are there for a fault that nothing brings about.</summary>
internal sealed class SayingWhatIsWrong
{
    private static readonly IReadOnlyList<MailReading> Readings = [.. MailCorpus.Names.Select(n => MailReader.Read(RawMail.Open(MailCorpus.Content(n))))];

    private static IEnumerable<string> LineFaults => Readings.SelectMany(r => r.Lines).SelectMany(l => l.Faults).Distinct();

    [Test]
    public void Every_fault_of_a_line_says_what_is_wrong_and_what_to_do()
    {
        foreach (var fault in LineFaults)
        {
            var said = FaultWords.OfLine(fault);
            Assert.That(said.Reason, Does.EndWith(".").And.Not.Contain("{0}"), fault);
            Assert.That(said.Todo, Is.Not.Empty, fault);
            if (!fault.StartsWith("file ", StringComparison.Ordinal)) Assert.That(FaultWords.LineCodes, Does.Contain(Code(fault)));
        }
        Assert.That(FaultWords.LineCodes, Is.EquivalentTo(LineFaults.Select(Code).Where(c => c != "file").Distinct()));
    }

    [Test]
    public void Every_fault_of_a_file_and_of_a_mail_has_words()
    {
        Assert.That(Readings.SelectMany(r => r.Files).Select(f => f.Fault).OfType<string>().Distinct(), Is.SubsetOf(FaultWords.FileCodes));
        Assert.That(Readings.Select(r => r.Fault).OfType<string>().Distinct(), Is.SubsetOf(Outcomes.FaultCodes));
    }

    [Test]
    public void A_file_that_is_nobodys_is_named()
    {
        Assert.That(FaultWords.OfNotes(["unmatched scan.pdf", "refused macros liste.xlsm", "charset x-klingon"]), Does.Contain("« scan.pdf »").And.Contain("« liste.xlsm » contient des macros").And.Not.Contain("klingon"));
        Assert.That(FaultWords.OfNotes(["charset x-klingon"]), Is.Null);
        Assert.That(FaultWords.OfNotes(Enumerable.Range(1, 9).Select(i => $"unmatched {i}.pdf")), Does.EndWith("Et 4 autres fichiers."));
    }

    [Test]
    public void Neither_a_number_nor_a_day_of_birth_is_repeated()
    {
        var said = Outcomes.Of(LineStatus.NeedsInformation, "noNumber", null, ["birthDate 31/02/1990", "foreignerNumber 12345", "applicationNumber 9,3E+18"], Repeat.New);
        Assert.That(said.Reason + said.Todo, Does.Contain("n'est pas une date").And.Not.Contain("1990").And.Not.Contain("12345").And.Not.Contain("9,3"));
    }

    [Test]
    public void Without_a_mandate_nothing_of_the_line_is_said() =>
        Assert.That(Outcomes.Of(LineStatus.RefusedNoMandate, "noMandate", null, ["documents mandat-DIALLO.pdf"], Repeat.New), Is.EqualTo(Outcomes.Of("noMandate")));

    private static string Code(string fault) => fault.Split(' ')[0];
}
