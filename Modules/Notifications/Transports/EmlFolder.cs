using Anef.Notifications.Domain;
using Anef.Notifications.Settings;

namespace Anef.Notifications.Transports;

/// <summary>Writes each mail as an <c>.eml</c> file named after its row.</summary>
internal sealed class EmlFolder(MimeWords words, MailOptions options) : ICarrier
{
    public bool Repeatable => true;

    public Task Carry(Message message, CancellationToken ct) =>
        WholeFile.Write(Path.Combine(options.OutgoingFolder, $"{message.Id}.eml"), file => words.Of(message).WriteToAsync(file, ct), ct);
}
