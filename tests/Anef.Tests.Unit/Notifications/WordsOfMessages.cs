using Anef.Notifications.Compose;
using Anef.Tests.Support;

namespace Anef.Tests.Unit.Notifications;

internal sealed class WordsOfMessages
{
    private static readonly Library Library = new(Repository.Languages);

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
    [TestCase("destructionAnnounced")]
    [TestCase("draftEnding")]
    [TestCase("correctionAccepted")]
    [TestCase("correctionRefused")]
    [TestCase("neutral")]
    [TestCase("frame")]
    public void Cover_every_message(string name) => Assert.That(Library.Names, Does.Contain(name));

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
