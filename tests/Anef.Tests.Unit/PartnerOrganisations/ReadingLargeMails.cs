using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Anef.PartnerOrganisations.ReadMail;
using MimeKit;

namespace Anef.Tests.Unit.PartnerOrganisations;

/// <summary>What is too large to stand in the corpus.</summary>
internal sealed class ReadingLargeMails
{
    private const string Headings = "ligne;type;nom;prenoms;naissance;numero_etranger;texte\n";

    [Test]
    public void Five_thousand_lines_are_read_in_a_moment()
    {
        var watch = Stopwatch.StartNew();
        var reading = MailReader.Read(Mail(Table(5_000)));

        Assert.That(reading.Lines, Has.Count.EqualTo(5_000));
        Assert.That(reading.Lines[^1].ForeignerNumber, Is.EqualTo("9910005000"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase(5_001)]
    [TestCase(10_000)]
    public void More_lines_than_that_are_not_half_read(int lines) => Refuses(Mail(Table(lines)), "tooManyLines");

    [Test]
    public void Ten_thousand_numbered_situations_are_not_half_read() =>
        Refuses(new MimeMessage { Body = new TextPart("plain") { Text = string.Concat(Enumerable.Range(1, 10_000).Select(i => $"{i}) DIALLO Awa, API\n")) } }, "tooManyLines");

    [Test]
    public void More_than_25_megabytes_are_not_read() => Refuses(Mail(new byte[26_000_000]), "tooLarge");

    [Test]
    public void A_text_that_a_workbook_repeats_everywhere_do_not_fill_the_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>3</v></c>", 60));
        var rows = string.Concat(Enumerable.Repeat($"<row>{cells}</row>", 4_000));

        var reading = MailReader.Read(Mail(Workbook($"<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>{rows}", "ligne", "nom", "texte", new string('x', 30_000))));

        Assert.That(reading.Fault, Is.EqualTo("tooLarge"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000_000));
    }

    [Test]
    public void A_sheet_whose_only_row_is_its_last_takes_no_time()
    {
        var watch = Stopwatch.StartNew();
        MailReader.Read(Mail(Workbook("<row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>0</v></c></row>", "nom")));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Long_lines_of_one_sign_take_no_time([Values("(", "1", " ", "n°", "né le ", ">", "\"", "=", "1) ", "api ", "a.", "-")] string sign)
    {
        var watch = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat(sign, 2_000_000 / sign.Length));
        MailReader.Read(new MimeMessage { Body = new TextPart("plain") { Text = text } });
        MailReader.Read(Mail(Encoding.UTF8.GetBytes(Headings + text)));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)));
    }

    private static void Refuses(MimeMessage mail, string fault)
    {
        var reading = MailReader.Read(mail);
        Assert.That(reading.Fault, Is.EqualTo(fault));
        Assert.That(reading.Lines, Is.Empty);
    }

    private static byte[] Table(int lines) =>
        Encoding.UTF8.GetBytes(Headings + string.Concat(Enumerable.Range(1, lines).Select(i => $"{i};attestation;NOM{i};Prénom;01/02/1990;{9_910_000_000 + i};API finie le 12/03, employeur suspend\n")));

    private static MimeMessage Mail(byte[] file) => new()
    {
        Body = new Multipart("mixed") { new MimePart("application", "octet-stream") { FileName = "situations.csv", Content = new MimeContent(new MemoryStream(file)), ContentDisposition = new(ContentDisposition.Attachment) { FileName = "situations.csv" } } },
    };

    /// <summary>The least that is a workbook.</summary>
    private static byte[] Workbook(string rows, params string[] texts)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create))
        {
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Write(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
            Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(t => $"<si><t>{t}</t></si>"))}</sst>");
        }
        return content.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        part.Write(text);
    }
}
