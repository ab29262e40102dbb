using Anef.Applications.RegisterPerson;
using Anef.Attestations.Contracts;
using Anef.Attestations.Verify;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Anef.Tests.Integration.Post;

/// <summary>To somebody without an e-mail address, who gets the attestation itself with the letter.</summary>
[CancelAfter(60_000)]
public sealed class WritingByLetter(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task The_letter_encloses_the_attestation_that_the_sweep_issued()
    {
        await using var house = await Build();
        var applicant = await house.Renew(WithoutEmail("TRABELSI"));
        house.GoTo(Applicants.DueOn);
        await house.Day();

        var attestation = (await house.OfPeople())[applicant.Person].Single();
        using var letter = PdfDocument.Open(Letter(house, await Message(house, "attestationAvailable")));
        var (words, enclosed) = (Text(letter, 1), string.Join('\n', Enumerable.Range(2, letter.NumberOfPages - 1).Select(page => Text(letter, page))));
        Assert.That(words, Does.Contain("Camille TRABELSI").And.Contain("1 rue de l'Exemple").And.Contain("93000 Bobigny").And.Contain("Objet : Votre démarche").And.Contain($"{attestation.Number} est jointe"));
        Assert.That(enclosed, Does.Contain(attestation.Number).And.Contain("TRABELSI").And.Contain("11 mai 2026").And.Contain("10 août 2026"));

        house.GoTo(attestation.ValidFrom);
        Assert.That((await house.Ask<VerifyAttestation.Request, VerifyAttestation.Response>(new(attestation.Number))).Status, Is.EqualTo("valid"), "what is printed can be checked");
    }

    [Test]
    public async Task What_is_enclosed_is_the_page_that_the_person_can_fetch_signed()
    {
        await using var house = await Build();
        var applicant = await house.Renew(WithoutEmail("NGUYỄN"));
        house.GoTo(Applicants.DueOn);
        await house.Day();

        var attestation = (await house.OfPeople())[applicant.Person].Single();
        await using var scope = house.Scope();
        var fetched = (await scope.ServiceProvider.GetRequiredService<IAttestations>().Pdf(attestation.Number, CancellationToken.None))!;
        Assert.That(System.Text.Encoding.Latin1.GetString(fetched), Does.Contain("/ByteRange").And.Contain("ETSI.CAdES.detached"));
        using var original = PdfDocument.Open(fetched);
        using var letter = PdfDocument.Open(Letter(house, await Message(house, "attestationAvailable")));
        Assert.That(Text(letter, letter.NumberOfPages), Is.EqualTo(Text(original, original.NumberOfPages)));
    }

    private static RegisterPerson.Request WithoutEmail(string name) => Applicants.Person(name) with { Email = null };

    private static async Task<Message> Message(AnefHouse house, string template)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().SingleAsync(m => m.Template == template);
    }

    private static string Letter(AnefHouse house, Message message) => Directory.GetFiles(Path.Combine(house.Folder, "letters", "93"), $"*-{message.Id}.pdf").Single();

    private static string Text(PdfDocument pdf, int page) => ContentOrderTextExtractor.GetText(pdf.GetPage(page)).Replace('\u00A0', ' ');
}
