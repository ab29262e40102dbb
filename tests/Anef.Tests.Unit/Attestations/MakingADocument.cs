using System.Text;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.SharedKernel.Rules;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Anef.Tests.Unit.Attestations;

internal sealed class MakingADocument
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    [Test]
    public async Task Says_everything_that_the_holder_and_the_employer_need()
    {
        var (attestation, text) = await TextOf(Counter.Extension(From, Until));
        foreach (var words in new[]
        {
            "Attestation de prolongation de l’instruction", attestation.Number, "du 1er octobre 2026 au 31 décembre 2026 inclus", "NGUYỄN THỊ", "Hợp Ánh", "féminin", "1er mars 1991",
            "Huế (Viêt Nam)", "vietnamienne", "7503012345", "75-2026-000123", "« salarié »", "article L421-1", "1er juillet 2026", "20 juillet 2026", "R.431-15-1 al. 2",
            "9912345678", "valable jusqu’au 30 septembre 2026", "autorisée à travailler", "Retour en France", "France Travail", "Il autorise son titulaire à travailler",
            "Paris, 75", "15 septembre 2026 à 02:05 (UTC+02:00)", "Si l’on refuse ce document", "In English", "https://anef.example/verifier",
        })
            Assert.That(text, Does.Contain(words));
    }

    [Test]
    public async Task Names_the_document_that_it_follows_even_when_that_one_has_since_been_ended()
    {
        await using var counter = new Counter();
        var first = Counter.Extension(new(2026, 7, 1), From.AddDays(-1));
        first.EndBy(AttestationEnd.Superseded, new(2026, 9, 28), "favourableDecision");
        await counter.Keep(first);
        var next = await counter.Keep(Counter.Extension(From, Until));
        var decision = await counter.Keep(Counter.Of(AttestationKind.FavourableDecision, new(2026, 9, 28), null));
        foreach (var number in new[] { next.Number, decision.Number })
        {
            using var pdf = PdfDocument.Open((await counter.Pdf(number))!);
            Assert.That(pdf.GetPage(1).Text, Does.Contain(first.Number));
        }
    }

    [Test]
    public async Task Fits_on_one_page()
    {
        await using var counter = new Counter();
        foreach (var kind in Enum.GetValues<AttestationKind>())
        {
            var attestation = await counter.Keep(Counter.Of(kind, From, Until), Counter.Facts() with { HeldLost = true });
            using var pdf = PdfDocument.Open((await counter.Pdf(attestation.Number))!);
            Assert.That(pdf.NumberOfPages, Is.EqualTo(1), kind.ToString());
        }
    }

    [Test]
    public async Task A_confirmation_of_filing_says_loudly_that_it_proves_nothing()
    {
        var (_, text) = await TextOf(Counter.Of(AttestationKind.FilingConfirmation, From, null), Counter.Facts() with { HeldTitle = null });
        Assert.That(text, Does.Contain("CE DOCUMENT NE PROUVE QUE LE DÉPÔT").And.Contain("n’autorise pas à travailler").And.Not.Contain("est autorisée à travailler"));
    }

    [Test]
    public async Task A_lost_permit_is_stood_for_by_its_declaration()
    {
        var (_, text) = await TextOf(Counter.Extension(From, Until), Counter.Facts() with { HeldLost = true });
        Assert.That(text, Does.Contain("accompagnée de la déclaration de perte ou de vol").And.Contain("ne garantit pas le retour"));
    }

    [TestCase(WorkRight.Yes, true)]
    [TestCase(WorkRight.No, false)]
    public async Task The_law_keeps_the_rights_of_the_expired_card_and_gives_no_others(WorkRight work, bool named)
    {
        var (_, text) = await TextOf(Counter.Of(AttestationKind.LegalCoverage, From, Until), Counter.Facts() with { Work = work, Mention = null });
        Assert.That(text.Contains("le droit de travailler", StringComparison.Ordinal), Is.EqualTo(named));
    }

    [Test]
    public async Task A_condition_on_work_is_written_out()
    {
        var (_, text) = await TextOf(Counter.Extension(From, Until), Counter.Facts() with { Work = WorkRight.Conditional, WorkCondition = "964 heures par an au plus" });
        Assert.That(text, Does.Contain("sous condition : 964 heures par an au plus"));
    }

    [Test]
    public async Task A_name_that_fills_lines_goes_on_to_the_next()
    {
        var (_, text) = await TextOf(Counter.Extension(From, Until), Counter.Facts() with { Surname = string.Join('-', Enumerable.Repeat("RAKOTONDRAVOLOLONA", 12)), FirstNames = new string('W', 300) });
        Assert.That(text.Count(c => c == 'W'), Is.GreaterThanOrEqualTo(300));
    }

    [Test]
    public async Task Twice_makes_the_same_file()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        var first = await counter.Pdf(attestation.Number);
        counter.Clock.Advance(TimeSpan.FromDays(40));
        Assert.That(await counter.Pdf(attestation.Number), Is.EqualTo(first));
    }

    [Test]
    public async Task Is_tagged_for_those_who_listen_to_it()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        using var pdf = PdfDocument.Open((await counter.Pdf(attestation.Number))!);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        var root = Find(pdf, catalog.Data["StructTreeRoot"]);
        var document = Find(pdf, ((ArrayToken)root.Data["K"]).Data[0]);
        var roles = ((ArrayToken)document.Data["K"]).Data.Select(k => ((NameToken)Find(pdf, k).Data["S"]).Data).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(((StringToken)catalog.Data["Lang"]).Data, Is.EqualTo("fr"));
            Assert.That(pdf.Information.Title, Does.StartWith("Attestation de prolongation").And.EndWith(attestation.Number));
            Assert.That(roles.Where(r => r != "P"), Is.EqualTo(new[] { "H1", "Figure", "H2", "H2", "Table", "H2", "Table", "H2", "Table", "H2" }));
            Assert.That(pdf.GetPage(1).Letters.Select(l => l.FontName).Distinct(), Has.All.Contains("LiberationSans"));
        });
    }

    [Test]
    public async Task An_unknown_number_has_none()
    {
        await using var counter = new Counter();
        Assert.Multiple(async () =>
        {
            Assert.That(await counter.Pdf(AttestationNumber.New(DateTimeOffset.UnixEpoch)), Is.Null);
            Assert.That(await counter.Pdf("../etc/passwd"), Is.Null);
        });
    }

    private static DictionaryToken Find(PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? (DictionaryToken)pdf.Structure.GetObject(reference.Data).Data : (DictionaryToken)token;

    private static async Task<(Attestation Attestation, string Text)> TextOf(Attestation attestation, Basis? basis = null)
    {
        await using var counter = new Counter();
        var kept = await counter.Keep(attestation, basis);
        using var pdf = PdfDocument.Open((await counter.Pdf(kept.Number))!);
        return (kept, Read(pdf));
    }

    /// <summary>The words in the order in which they were written, lines joined as a reader would.</summary>
    private static string Read(PdfDocument pdf)
    {
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            var y = double.NaN;
            foreach (var letter in page.Letters)
            {
                if (Math.Abs(letter.StartBaseLine.Y - y) > 0.5 && text.Length > 0 && text[^1] != ' ') text.Append(' ');
                y = letter.StartBaseLine.Y;
                text.Append(letter.Value == "\u00A0" ? " " : letter.Value);
            }
        }
        return text.ToString();
    }
}
