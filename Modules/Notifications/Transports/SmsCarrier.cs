using Anef.Notifications.Compose;
using Anef.Notifications.Domain;

namespace Anef.Notifications.Transports;

/// <summary>Tells a telephone that there is something to read. What it is, no screen shows.</summary>
internal sealed class SmsCarrier(ISmsGateway gateway, SmsWords words) : ICarrier
{
    public bool Repeatable => gateway.Repeatable;

    public Task Carry(Message message, CancellationToken ct) => gateway.Send(message.Address!, words.In(message.Language), message.Id, ct);
}
