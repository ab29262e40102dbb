using System.ComponentModel.DataAnnotations;
using Anef.Applications.Domain;
using Anef.Applications.ReadMessages;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Live;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.FollowApplication;

/// <summary>One request of the person: where it stands, what is asked, attestations, messages.</summary>
[MayUse(Role.Applicant)]
internal sealed class FollowPage(IUseCase<FollowApplication.Request, FollowApplication.View> follow, IUseCase<SendDocument.Request, Done> send,
    IUseCase<WriteMessage.WriteMessage.Request, Guid> write, IUseCase<ReadMessages.ReadMessages.Request, IReadOnlyList<ReadMessages.ReadMessages.Line>> messages, IAttestations attestations, LiveFeed feed)
    : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty, StringLength(FileMessage.Longest, ErrorMessage = "space.messages.tooLong")]
    public string? Text { get; set; }

    public long Since { get; private set; }

    public FollowApplication.View View { get; private set; } = null!;

    public IReadOnlyList<AttestationSummary> Attestations { get; private set; } = [];

    public IReadOnlyList<ReadMessages.ReadMessages.Line> Messages { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostMessageAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await write.Handle(new(Number, Text ?? ""), ct);
        return Back("messages");
    }

    public async Task<IActionResult> OnPostDocumentAsync(string document, List<IFormFile> files, CancellationToken ct)
    {
        if (files.Count == 0)
        {
            ModelState.AddModelError("", "space.asked.chooseFile");
            await ShowAgain(ct);
            return Page();
        }
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            await send.Handle(new(Number, document, content, file.FileName), ct);
        }
        return Back("documents-demandes");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Since = feed.Now;
        View = await follow.Handle(new(Number), ct);
        Attestations = await attestations.OfApplication(View.PersonId, View.Id, ct);
        Messages = await messages.Handle(new(View.Id, ByOfficer: false), ct);
    }

    /// <summary>To the page itself: reloading it sends nothing twice.</summary>
    private RedirectResult Back(string section) => Redirect($"/demandes/{Uri.EscapeDataString(Number)}#{section}");
}
