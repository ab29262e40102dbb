using System.Text;
using Anef.Notifications.Settings;

namespace Anef.Notifications.Transports;

/// <summary>Writes each text message as a <c>.txt</c> file named after its row, the number in the first line.</summary>
internal sealed class SmsFolder(SmsOptions options) : ISmsGateway
{
    public bool Repeatable => true;

    public Task Send(string to, string text, Guid reference, CancellationToken ct) =>
        WholeFile.Write(Path.Combine(options.OutgoingFolder, $"{reference}.txt"), file => file.WriteAsync(Encoding.UTF8.GetBytes($"{to}\n{text}\n"), ct).AsTask(), ct);
}
