using System.Text;
using Anef.Attestations.Domain;

namespace Anef.Tests.Unit.Attestations;

internal sealed class JudgedByOtherPrograms
{
    [Test]
    public async Task The_signature_holds_and_covers_the_whole_file()
    {
        var (_, said) = await Judge(file => Tools.Run("pdfsig", "-nocert", file));
        Assert.That(said, Does.Contain("Signature is Valid").And.Contain("Total document signed").And.Contain("ETSI.CAdES.detached"));
    }

    [Test]
    public async Task One_changed_byte_breaks_the_signature()
    {
        var (_, said) = await Judge(file => Tools.Run("pdfsig", "-nocert", file), pdf => pdf[pdf.AsSpan().IndexOf("CreationDate"u8) + 17]++);
        Assert.That(said, Does.Not.Contain("Signature is Valid").And.Contain("Signature"));
    }

    [Test]
    public async Task The_file_is_well_formed()
    {
        var (code, said) = await Judge(file => Tools.Run("qpdf", "--check", file));
        Assert.That(code, Is.Zero, said);
    }

    [Test]
    public async Task The_text_can_be_copied_out()
    {
        var (_, said) = await Judge(file => Tools.Run("pdftotext", "-layout", file, "-"));
        Assert.That(said, Does.Contain("Nguyễn Thị Hợp").And.Contain("« salarié »").And.Contain("œ"));
    }

    [Test]
    public async Task The_code_is_read_and_opens_the_check()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        var file = Path.Combine(counter.Folder, "a.pdf");
        await File.WriteAllBytesAsync(file, (await counter.Pdf(attestation.Number))!);
        await Tools.Run("pdftoppm", "-png", "-r", "200", "-singlefile", file, Path.Combine(counter.Folder, "a"));
        var (_, said) = await Tools.Run("zbarimg", "--quiet", "--raw", Path.Combine(counter.Folder, "a.png"));
        var token = await counter.With(async db => (await db.Attestations.FindAsync(attestation.Id))!.Token);
        Assert.That(said.Split('\n')[0], Is.EqualTo($"https://anef.example/verifier/{attestation.Number}#{token}"));
    }

    private static async Task<(int Code, string Said)> Judge(Func<string, Task<(int, string)>> judge, Action<byte[]>? spoil = null)
    {
        await using var counter = new Counter();
        var basis = Counter.Facts() with { Surname = "Nguyễn Thị Hợp", FirstNames = "Cœur" };
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)), basis);
        var pdf = (await counter.Pdf(attestation.Number))!;
        spoil?.Invoke(pdf);
        var file = Path.Combine(counter.Folder, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return await judge(file);
    }
}
