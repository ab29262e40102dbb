using Anef.Attestations.Contracts;
using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.Letters;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;

namespace Anef.Notifications.Transports;

/// <summary>Puts letters where each prefecture prints from: <c>{prefecture}/{date}-{id}.pdf</c>, one file a row.</summary>
internal sealed class LetterSpool(PrefectureCatalog prefectures, Composer composer, Library library, IAttestations attestations, MailOptions options) : ICarrier
{
    public bool Repeatable => true;

    public async Task Carry(Message message, CancellationToken ct)
    {
        var prefecture = prefectures.Of(message.Prefecture);
        // The day of writing: tried again tomorrow, it is still the same file.
        var written = message.CreatedAt.DayIn(prefecture.TimeZone);
        var enclosure = message is { Neutral: false, Enclosure: { } number }
            ? await attestations.Pdf(number, ct) ?? throw new InvalidOperationException($"l'attestation {number} est introuvable")
            : null;
        var pdf = LetterPdf.Of(new(composer.SenderOf(prefecture.Code), message.Address ?? message.Recipient, $"{prefecture.Seat}, le {library.Say(written, "fr")}", message.Subject, message.Text), enclosure);
        await WholeFile.Write(Path.Combine(options.LettersFolder, prefecture.Code, $"{written:yyyy-MM-dd}-{message.Id}.pdf"), file => file.WriteAsync(pdf, ct).AsTask(), ct);
    }
}
