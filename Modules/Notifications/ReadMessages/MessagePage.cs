using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ReadMessages;

/// <summary>One message, with the proofs of how it was brought.</summary>
[MayUse(Role.Applicant)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MessagePage(Visitor visitor, IUseCase<ReadMessage.Request, ReadMessage.View> read) : PageModel
{
    public ReadMessage.View View { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        View = await read.Handle(new(visitor.PersonId ?? throw new NotFound("ce message"), id), ct);
}
