using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FileDraft;

/// <summary>It is filed: the number, the receipt, what comes next, and what the receipt does not prove. Printed at a counter.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class ConfirmationPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, ApplicationsDb db, IAttestations attestations, PrefectureCatalog prefectures, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public ReadDraft.ReadDraft.View View { get; private set; } = null!;

    public PermitApplication Application { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public Prefecture? Prefecture { get; private set; }

    /// <summary>Number of the receipt; null in the moment until it is made.</summary>
    public string? Receipt { get; private set; }

    public AssistedFiling? Help { get; private set; }

    public bool Helps => DraftDoor.Helpers.Any(visitor.Is);

    public IEnumerable<FileDocument> Missing => Application.Documents.Where(d => d is { ReceivedOn: null, MayFollow: false });

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        View = await read.Handle(new(Draft), ct);
        if (View.Draft.ApplicationId is not { } id) return Redirect(DraftAddress.Of(Draft, View.Draft.Step));
        Application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        Person = await db.People.AsNoTracking().SingleAsync(p => p.Id == Application.PersonId, ct);
        Prefecture = prefectures.Find(Application.Prefecture);
        Help = await db.AssistedFilings.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        Receipt = (await attestations.OfApplication(Application.PersonId, id, ct)).FirstOrDefault(a => a.Kind == AttestationKind.FilingConfirmation)?.Number;
        return Page();
    }
}
