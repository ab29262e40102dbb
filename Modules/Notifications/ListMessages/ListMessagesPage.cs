using Anef.Notifications.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ListMessages;

/// <summary>For operators: what has not left, and why.</summary>
[MayUse(Role.Operator)]
internal sealed class ListMessagesPage(IUseCase<ListMessages.Request, IReadOnlyList<ListMessages.Line>> list, IUseCase<ResendMessage.ResendMessage.Request, Done> resend)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "etat")]
    public MessageState State { get; set; } = MessageState.Stuck;

    public IReadOnlyList<ListMessages.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lines = await list.Handle(new(State), ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await resend.Handle(new(id), ct);
        return Redirect($"/exploitation/messages?etat={State}");
    }

    public static string Words(MessageState state) => state switch
    {
        MessageState.Waiting => "en attente",
        MessageState.Sending => "en cours d'envoi",
        MessageState.Sent => "envoyés",
        MessageState.Stuck => "bloqués",
        _ => "annulés",
    };

    public static string Words(Channel channel) => channel switch
    {
        Channel.Email => "courriel",
        Channel.Letter => "lettre",
        _ => "compte",
    };

    public static string Words(DateTimeOffset instant) => instant.In(CivilTime.Paris).ToString("dd/MM/yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
