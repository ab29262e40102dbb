using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Languages;
using Anef.Tests.Support;

namespace Anef.Tests.Unit.Attestations;

internal sealed class WordsOfAnAnswer
{
    [Test]
    public void Each_kind_and_each_status_has_words() => Assert.Multiple(() =>
    {
        foreach (var language in Repository.Languages.All)
            foreach (var kind in Enum.GetValues<AttestationKind>())
                foreach (var status in Enum.GetValues<AttestationStatus>())
                {
                    var words = Of(kind, Codes.Of(status), language.Code);
                    Assert.That(new[] { words.Verdict, words.Kind, words.Days, words.Work, words.Travel, words.Successor }, Has.All.Not.Null.And.All.Not.Empty, $"{language.Code} {kind} {status}");
                }
    });

    [Test]
    public void A_confirmation_of_filing_is_never_called_valid() =>
        Assert.That(Of(AttestationKind.FilingConfirmation, "valid").Verdict, Is.EqualTo("Document authentique. Il prouve le dépôt d’une demande, et aucun droit."));

    [Test]
    public void A_statement_about_days_gone_by_proves_no_less_when_they_are_gone() => Assert.Multiple(() =>
    {
        var words = Of(AttestationKind.Continuity, "expired");
        Assert.That(words.Verdict, Does.Contain("n’ont pas été interrompus"));
        Assert.That(words.Work, Does.StartWith("Oui"));
        Assert.That(Of(AttestationKind.Continuity, "revoked").Verdict, Does.StartWith("Attestation retirée"));
    });

    [TestCase("valid", "good")]
    [TestCase("notYetValid", "warn")]
    [TestCase("expired", "bad")]
    [TestCase("superseded", "bad")]
    [TestCase("revoked", "bad")]
    public void The_sign_goes_with_the_words(string status, string tone) => Assert.That(Of(AttestationKind.Extension, status).Tone, Is.EqualTo(tone));

    [Test]
    public void No_language_leaves_a_blank_unfilled() => Assert.Multiple(() =>
    {
        foreach (var language in Repository.Languages.All)
            foreach (var status in Enum.GetValues<AttestationStatus>())
                Assert.That(Of(AttestationKind.Extension, Codes.Of(status), language.Code).ToString().Split("AnswerWords {")[1], Does.Not.Contain("{"), $"{language.Code} {status}");
    });

    private static AnswerWords Of(AttestationKind kind, string status, string language = "fr") => AnswerWords.Of(new("7K2M-9QXV-4T8W-H3PC", status, Codes.Of(kind), new(2026, 10, 1), new(2026, 12, 31),
        new(2026, 11, 1), "yes", "withHeldPermit", "none", "H.N.", 1991), new Say(Repository.Languages.For(language)));
}
