using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Settings;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Foreseen = Anef.PartnerOrganisations.ForeseeMail.ForeseeMail.Foreseen;
using Taken = Anef.PartnerOrganisations.TakeMail.TakeMail.Taken;

namespace Anef.PartnerOrganisations.SendFiles;

/// <summary>The files that could be mailed, sent from a page; or tried, which changes nothing.</summary>
[MayUse(Role.Partner), RequestSizeLimit(FilesMessage.MostBytes + 1_000_000), RequestFormLimits(MultipartBodyLengthLimit = FilesMessage.MostBytes + 1_000_000)]
internal sealed class SendPage(PartnerDoor door, PartnerOptions options, IUseCase<ForeseeMail.ForeseeMail.Request, Foreseen> foresee, IUseCase<TakeMail.TakeMail.Request, Taken> take, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty] public string? Subject { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    public Foreseen? Foreseen { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        if (await Message(membership, ct) is { } message) Foreseen = await foresee.Handle(new(message, membership.OrganisationId), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        if (await Message(membership, ct) is not { } message) return Page();
        var taken = await take.Handle(new(message, "web", membership.OrganisationId, membership.Member.Name), ct);
        if (taken.Batch is { } batch) return Redirect($"/partenaires/lots/{batch}{(taken.Again ? "?encore=true" : "")}");
        return Redirect("/partenaires/lots");
    }

    public Task ShowAgain(CancellationToken ct) => door.Enter(ct);

    private async Task<byte[]?> Message(Membership membership, CancellationToken ct)
    {
        if (Files.Count == 0 && string.IsNullOrWhiteSpace(Text)) ModelState.AddModelError(nameof(Files), "Joignez un tableau, ou écrivez les situations dans le texte.");
        if (Files.Sum(f => f.Length) > FilesMessage.MostBytes) ModelState.AddModelError(nameof(Files), "Ces fichiers dépassent 25 Mo ensemble : envoyez-les en plusieurs fois.");
        if (!ModelState.IsValid) return null;
        var files = new List<(string, byte[])>();
        foreach (var file in Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            files.Add((file.FileName, content.ToArray()));
        }
        return FilesMessage.Make(membership.OrganisationId, membership.Member.Email, options.AddressOf(membership.Organisation.Token), Subject, Text, files, clock.GetUtcNow());
    }
}
