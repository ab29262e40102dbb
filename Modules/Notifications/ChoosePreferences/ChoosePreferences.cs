using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Anef.Notifications.ChoosePreferences;

/// <summary>A person says how they want to be told. What is legal leaves whatever they say.</summary>
internal sealed class ChoosePreferences(NotificationsDb db, ReachBook reaches) : IUseCase<ChoosePreferences.Request, Done>
{
    /// <param name="Language">BCP 47; null for the one that the file knows.</param>
    /// <param name="Phone">As typed; null for the one that the file knows.</param>
    public sealed record Request(Guid PersonId, Channel First, Channel Second, string? Language, string? Phone, bool Reminders, bool Progress, string? SafeEmail, string? SafeAddress);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var reach = await reaches.Of(request.PersonId, ct) ?? throw new NotFound("cette personne");
        if (!Leaves(request.First) || !Leaves(request.Second)) throw new RuleBroken("notifications.channel", "Choisissez le courriel, le SMS ou la lettre.");
        var phone = Phones.Normal(request.Phone);
        if (phone is null && !string.IsNullOrWhiteSpace(request.Phone)) throw new RuleBroken("notifications.phone", "Ce numéro de téléphone n'existe pas. Vérifiez ses chiffres.");
        if ((request.First == Channel.Sms || request.Second == Channel.Sms) && (phone ?? Phones.Normal(reach.Contact.Phone)) is null)
            throw new RuleBroken("notifications.sms-needs-phone", "Donnez un numéro de téléphone pour recevoir des SMS.");
        if (request.SafeEmail is { } email && !(MailboxAddress.TryParse(email, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal)))
            throw new RuleBroken("notifications.email", "Cette adresse électronique n'est pas complète.");
        await Keep(request, phone == Phones.Normal(reach.Contact.Phone) ? null : phone, ct);
        return new Done();
    }

    private async Task Keep(Request request, string? phone, CancellationToken ct)
    {
        if (await db.Preferences.SingleOrDefaultAsync(p => p.PersonId == request.PersonId, ct) is not { } preference)
            db.Add(preference = new Preference { PersonId = request.PersonId });
        preference.Choose(request.First, request.Second, request.Language, phone);
        preference.Quieten(request.Reminders, request.Progress);
        preference.Trust(request.SafeEmail, request.SafeAddress);
        await db.SaveChangesAsync(ct);
    }

    private static bool Leaves(Channel channel) => channel is Channel.Email or Channel.Sms or Channel.Letter;
}
