using System.ComponentModel.DataAnnotations;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Anef.PartnerOrganisations.SettleQuarantine;

/// <summary>One mail in quarantine: where it says that it comes from, by which servers, and what may be done. Its words are shown to nobody here.</summary>
[MayUse(Role.Operator)]
internal sealed class MailPage(PartnerOrganisationsDb db, MailSeal seal, IUseCase<SettleQuarantine.Request, Done> settle) : PageModel, IShowAgain
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty, StringLength(400)] public string? Note { get; set; }

    [BindProperty, StringLength(60)] public string? Token { get; set; }

    public InboundMail Mail { get; private set; } = null!;

    public string? Organisation { get; private set; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) => Settle(release: true, ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => Settle(release: false, ct);

    public async Task ShowAgain(CancellationToken ct)
    {
        Mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct) ?? throw new NotFound("ce courriel");
        Organisation = await db.Organisations.Where(o => o.Id == Mail.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(ct);
        try
        {
            using var bytes = new MemoryStream(seal.Open(Mail.Content), writable: false);
            Headers = [.. (await HeaderList.LoadAsync(bytes, ct)).Select(h => (h.Field, h.Value))];
        }
        catch (FormatException)
        {
            Headers = [];
        }
    }

    private async Task<IActionResult> Settle(bool release, CancellationToken ct)
    {
        await settle.Handle(new(Id, release, Note, Token), ct);
        return Redirect("/exploitation/partenaires/quarantaine");
    }
}
