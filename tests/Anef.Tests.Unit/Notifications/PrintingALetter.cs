using Anef.Attestations.Contracts;
using Anef.Notifications.Letters;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Rules;
using NSubstitute;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Anef.Tests.Unit.Notifications;

internal sealed class PrintingALetter
{
    [Test]
    public async Task Goes_to_the_folder_of_the_prefecture_under_the_day_it_was_written_there()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Email = null, Prefecture = "974" });
        room.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 1, 21, 0, 0, TimeSpan.Zero)); // the 2nd in Saint-Denis
        await room.Announce();
        var id = (await room.Message()).Id;
        await room.Abandon();
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.Pump();
        Assert.That(Files(room), Is.EqualTo(new[] { Path.Combine("974", $"2026-10-02-{id}.pdf") }));
        using var pdf = Open(room);
        Assert.That(Text(pdf, 1), Does.Contain("Saint-Denis, le 2 octobre 2026").And.Contain("Objet : Votre démarche").And.Contain("12 rue des Lilas")
            .And.Contain("Votre titre de séjour est prêt").And.Contain("traductions/cardReady"));
    }

    [Test]
    public async Task Encloses_the_attestation()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Email = null });
        var attestation = LetterPdf.Of(new("Préfecture", "Imen", "Bordeaux", "Attestation", "ATTESTATION ABCD"), null);
        room.Attestations.Pdf("ABCD", Arg.Any<CancellationToken>()).Returns(attestation);
        await room.Tell<TellOfAttestations, AttestationIssued>(
            new(Mailroom.Imen, Mailroom.Request, "ABCD", AttestationKind.Receipt, new(2026, 10, 1), new(2026, 12, 31), WorkRight.No, null, "33", "R.431-12", null, false));
        await room.Pump();
        using var pdf = Open(room);
        Assert.That(pdf.NumberOfPages, Is.EqualTo(2));
        Assert.That(Text(pdf, 1), Does.Contain("ABCD est jointe"));
        Assert.That(Text(pdf, 2), Does.Contain("ATTESTATION ABCD"));
    }

    [Test]
    public async Task Waits_while_what_it_encloses_cannot_be_had()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Email = null });
        room.Attestations.Pdf("ABCD", Arg.Any<CancellationToken>()).Returns((byte[]?)null);
        await room.Tell<TellOfAttestations, AttestationIssued>(
            new(Mailroom.Imen, Mailroom.Request, "ABCD", AttestationKind.Receipt, new(2026, 10, 1), null, WorkRight.No, null, "33", "R.431-12", null, false));
        await room.Pump();
        Assert.That((await room.Message()).LastError, Does.Contain("l'attestation ABCD est introuvable"));
        Assert.That(Directory.Exists(room.Letters), Is.False);
    }

    [Test]
    public void Turns_the_page_and_loses_no_word()
    {
        var words = Enumerable.Range(1, 2000).Select(n => $"mot{n}").ToList();
        using var pdf = PdfDocument.Open(Print(string.Join(' ', words)));
        var printed = string.Join(' ', Enumerable.Range(1, pdf.NumberOfPages).Select(n => Text(pdf, n))).Split([' ', '\n', '\r']);
        Assert.That(pdf.NumberOfPages, Is.GreaterThan(1));
        Assert.That(words.Except(printed), Is.Empty);
    }

    [Test]
    public void Fills_its_lines()
    {
        using var pdf = PdfDocument.Open(Print(string.Join(' ', Enumerable.Repeat("mot", 60))));
        var right = pdf.GetPage(1).Letters.Max(l => l.EndBaseLine.X);
        Assert.That(right, Is.InRange(480, 525)); // 185 mm less one word, and 185 mm
    }

    [Test]
    public void Parts_no_day_from_its_month_nor_a_sign_from_its_word() =>
        Assert.That(Printable.Glued("le 1er mars 2027 : 180 € (article L. 436-5)"), Is.EqualTo("le 1er\u00A0mars\u00A02027\u00A0: 180\u00A0€ (article L.\u00A0436-5)"));

    [TestCase("Nguyễn Thị Hường", "Nguyễn Thị Hường")]
    [TestCase("Łódź Ђорђе Şahin Œuvre", "Łódź Ђорђе Şahin Œuvre")]
    [TestCase("A\u0301lvaro", "Álvaro")]
    [TestCase("東京 😀!", "?? ?!")]
    [TestCase("zéro\u200Blargeur", "zérolargeur")]
    public void Prints_names_as_far_as_its_font_goes(string name, string printed)
    {
        using var pdf = PdfDocument.Open(Print(name));
        Assert.That(Text(pdf, 1), Does.Contain(printed));
    }

    [Test]
    public void A_word_longer_than_the_line_is_cut_not_lost()
    {
        using var pdf = PdfDocument.Open(Print(new string('w', 300)));
        Assert.That(Text(pdf, 1).Count(c => c == 'w'), Is.EqualTo(300));
    }

    private static byte[] Print(string text) => LetterPdf.Of(new("Préfecture", "X", "Bordeaux", "Objet", text), null);

    private static string Text(PdfDocument pdf, int page) => ContentOrderTextExtractor.GetText(pdf.GetPage(page)).Replace('\u00A0', ' ');

    private static PdfDocument Open(Mailroom room) => PdfDocument.Open(Path.Combine(room.Letters, Files(room).Single()));

    private static IEnumerable<string> Files(Mailroom room) => Directory.GetFiles(room.Letters, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(room.Letters, f));
}
