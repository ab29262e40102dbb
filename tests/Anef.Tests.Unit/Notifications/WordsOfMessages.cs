using Anef.Notifications.Compose;

namespace Anef.Tests.Unit.Notifications;

internal sealed class WordsOfMessages
{
    private static IEnumerable<string> French => Library.Names("fr").Where(n => n != "letter");

    private static IEnumerable<object[]> Translated => from language in Library.Languages.Skip(1) from name in French select new object[] { language, name };

    [TestCaseSource(nameof(Translated))]
    public void Exist_in_every_language_with_the_same_places(string language, string name) =>
        Assert.That(Library.Words(language, name).Places, Is.EquivalentTo(Library.Words("fr", name).Places));

    [TestCase("en")]
    [TestCase("ar")]
    public void Are_in_no_language_without_being_in_French(string language) =>
        Assert.That(Library.Names(language), Is.EquivalentTo(French));

    [TestCase("filingConfirmed")]
    [TestCase("windowOpens")]
    [TestCase("windowReminder")]
    [TestCase("windowReminderLate")]
    [TestCase("documentsRequested")]
    [TestCase("documentsReminder")]
    [TestCase("complete")]
    [TestCase("attestationAvailable")]
    [TestCase("successorAvailable")]
    [TestCase("implicitRefusal")]
    [TestCase("decisionGranted")]
    [TestCase("decisionRefused")]
    [TestCase("cardReady")]
    [TestCase("withdrawal")]
    [TestCase("notCoveredAfter")]
    [TestCase("closed")]
    [TestCase("neutral")]
    [TestCase("frame")]
    public void Cover_every_message(string name) => Assert.That(French, Does.Contain(name));

    [Test]
    public void Name_the_same_terms_in_every_language()
    {
        var terms = Library.Languages.Select(l => Library.TermNames(l).Order().ToList()).ToList();
        Assert.That(terms, Is.All.EquivalentTo(terms[0]));
    }

    [TestCase("fr", "Votre démarche")]
    [TestCase("en", "Your request")]
    [TestCase("ar", "معاملتكم")]
    public void Have_a_subject_that_tells_nothing(string language, string subject) => Assert.That(Library.Word("subject", language), Is.EqualTo(subject));

    [TestCase("en-GB", "en")]
    [TestCase("ar-TN", "ar")]
    [TestCase("EN", "en")]
    [TestCase("ps", "fr")]
    [TestCase("", "fr")]
    public void Are_French_for_whoever_speaks_something_else(string tag, string language) => Assert.That(Library.LanguageFor(tag), Is.EqualTo(language));

    [TestCase("fr", "1er mars 2027")]
    [TestCase("en", "1 March 2027")]
    [TestCase("ar", "1 مارس 2027")]
    public void Say_a_day_as_the_language_does(string language, string said) => Assert.That(Library.Say(new DateOnly(2027, 3, 1), language), Is.EqualTo(said));
}
