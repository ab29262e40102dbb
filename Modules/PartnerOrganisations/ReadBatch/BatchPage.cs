using Anef.PartnerOrganisations.Access;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.ReadBatch;

[MayUse(Role.Partner), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class BatchPage(PartnerDoor door, IUseCase<ReadBatch.Request, BatchView> read) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "apres")] public int After { get; set; }

    /// <summary>The same files had been sent before.</summary>
    [BindProperty(SupportsGet = true, Name = "encore")] public bool Again { get; set; }

    public BatchView View { get; private set; } = null!;

    public int? Next => View.Lines.Count == ReadBatch.OnePage ? View.Lines[^1].Number : null;

    public async Task OnGetAsync(CancellationToken ct) => View = await read.Handle(new((await door.Enter(ct)).OrganisationId, Id, After), ct);
}
