using Anef.Applications.BulkActs;

namespace Anef.Tests.Unit.Applications.Officers;

public sealed class ComingBackToAList
{
    [TestCase("/agents/travail")]
    [TestCase("/agents/travail?file=urgents&apres=1~20~3~4")]
    [TestCase("/agents/dossiers?q=Diallo")]
    public void It_is_the_one_that_the_files_were_ticked_in(string from) => Assert.That(BackTo.List(from), Is.EqualTo(from));

    [TestCase(null)]
    [TestCase("https://ailleurs.example/agents/travail")]
    [TestCase("//ailleurs.example/agents/travail")]
    [TestCase("/agents/travail/../../deconnexion")]
    [TestCase("javascript:alert(1)")]
    public void An_address_that_is_no_list_of_officers_leads_to_the_files(string? from) => Assert.That(BackTo.List(from), Is.EqualTo("/agents/dossiers"));
}
