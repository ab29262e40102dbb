using System.Diagnostics.Metrics;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Notifications.SendMessages;

/// <summary>The figures that tell whether messages leave.</summary>
internal sealed class SendingMeter : IDisposable
{
    private readonly Counter<long> _sent;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;

    public SendingMeter(IServiceScopeFactory scopes, TimeProvider clock)
    {
        (_scopes, _clock) = (scopes, clock);
        _sent = Meter.CreateCounter<long>("anef_messages_sent", description: "Messages envoyés, ou mis où la personne les lit");
        Meter.CreateObservableGauge("anef_oldest_unsent_message_seconds", OldestUnsent, "s", "Âge du plus ancien message qui n'est pas parti, les bloqués compris ; 0 quand il n'y en a pas");
    }

    public Meter Meter { get; } = new("Anef.Notifications");

    public void Sent(Message message) => _sent.Add(1, new("channel", message.Channel.Name()), new("template", message.Template));

    public void Dispose() => Meter.Dispose();

    /// <summary>Asked at each reading: a sender that stands still could not say so itself.</summary>
    private double OldestUnsent()
    {
        using var scope = _scopes.CreateScope();
        var messages = scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages;
        var oldest = new[] { MessageState.Waiting, MessageState.Sending, MessageState.Stuck }
            .Select(state => messages.Where(m => m.State == state).OrderBy(m => m.CreatedAt).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefault())
            .Min();
        return oldest is { } since ? (_clock.GetUtcNow() - since).TotalSeconds : 0;
    }
}
