using System.Globalization;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ReadMessages;

/// <summary>Everything that a person was told.</summary>
[MayUse(Role.Applicant)]
internal sealed class InboxPage(Visitor visitor, INotifications notifications, IUseCase<ListOwnMessages.Request, IReadOnlyList<ListOwnMessages.Line>> list) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "avant")]
    public DateTimeOffset? Before { get; set; }

    public IReadOnlyList<ListOwnMessages.Line> Lines { get; private set; } = [];

    public IReadOnlyList<ContactTrouble> Troubles { get; private set; } = [];

    public int Unread { get; private set; }

    /// <summary>Address of the lines that follow; null at the end.</summary>
    public string? Next => Lines.Count < ListOwnMessages.Page ? null : $"/mon-espace/messages?avant={Uri.EscapeDataString(Lines[^1].WrittenAt.ToString("O", CultureInfo.InvariantCulture))}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (visitor.PersonId is not { } person) return;
        Lines = await list.Handle(new(person, Before), ct);
        Unread = await notifications.Unread(person, ct);
        Troubles = await notifications.ContactTroubles(person, ct);
    }
}
