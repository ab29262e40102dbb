using System.Globalization;
using Anef.Attestations.Pdf;

namespace Anef.Tests.Unit.Attestations;

/// <summary>Liberation Sans was chosen by these: it has every letter that a Latin name can hold, so that no second font is embedded.</summary>
internal sealed class ChoosingTheFont
{
    /// <summary>Letters of mediaeval manuscripts, in no living orthography.</summary>
    private const string Mediaeval = "ẜẝẟỺỻỼỽỾỿ";

    private static readonly Typeface[] Faces = [Typeface.Regular, Typeface.Bold];

    [TestCaseSource(nameof(Faces))]
    public void Every_Latin_letter_with_its_diacritics_has_a_shape(object face)
    {
        var missing = Enumerable.Range(0x20, 0x230).Concat(Enumerable.Range(0x300, 0x70)).Concat(Enumerable.Range(0x1E00, 0x100)).Select(c => (char)c)
            .Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned) && !Mediaeval.Contains(c, StringComparison.Ordinal))
            .Where(c => !((Typeface)face).Has(c));
        Assert.That(missing, Is.Empty);
    }

    [TestCase("Nguyễn Thị Hợp")]
    [TestCase("Łódź, Þórður, Šćepanović, Ağrı, Brâncuși, Mărcuța, Ţepeş")]
    [TestCase("Ḥasan ʿAbd al-Raḥmān, Ṣāliḥ, Ẓāhir, Ḏū l-Qarnayn")]
    [TestCase("Ɓóbbo Ɗuɗal, Ŋalla, Ọlọ́run, Ẹ̀kọ́, Ɛsi, Ɔkɔ, Ƴero")]
    [TestCase("€ œ Œ Ÿ ’ “ ” « » – — …")]
    public void A_name_is_printed_as_it_is(string name) => Assert.Multiple(() =>
    {
        Assert.That(Typeface.Regular.Printable(name), Is.EqualTo(name.Normalize()));
        Assert.That(Typeface.Bold.Printable(name), Is.EqualTo(name.Normalize()));
    });

    [Test]
    public void Letters_that_come_in_two_pieces_are_put_together() =>
        Assert.That(Typeface.Regular.Printable("Nguye\u0302\u0303n"), Is.EqualTo("Nguyễn"));

    [Test]
    public void What_has_no_shape_leaves_a_sign_and_never_stops_a_document() =>
        Assert.That(Typeface.Regular.Printable("A\u200Bb 中 😀 c\td"), Is.EqualTo("Ab ? ? c\u00A0d"));

    [Test]
    public void No_line_is_wider_than_it_may_be()
    {
        var text = string.Join(' ', Enumerable.Range(1, 200).Select(n => new string('m', n % 60)));
        Assert.That(Lines.Of(text, 150, Typeface.Regular, 10).Select(l => Typeface.Regular.Width(l, 10)), Has.All.LessThanOrEqualTo(150));
        Assert.That(string.Concat(Lines.Of(text, 150, Typeface.Regular, 10)).Count(c => c == 'm'), Is.EqualTo(text.Count(c => c == 'm')));
    }
}
