using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.LookAtMandates;

/// <summary>Signed mandates that wait for an agent.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class LookPage(ProposalDoor door, IPartnerReading people, IUseCase<SettleProposal.Request, Done> settle) : PageModel, IShowAgain
{
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PersonName> Names { get; private set; } = new Dictionary<Guid, PersonName>();

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAcceptAsync(Guid mandate, CancellationToken ct)
    {
        await settle.Handle(new(mandate, null), ct);
        return Redirect("/agents/mandats");
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid mandate, string? reason, CancellationToken ct)
    {
        await settle.Handle(new(mandate, reason ?? ""), ct);
        return Redirect("/agents/mandats");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Waiting = await door.All(ct);
        Names = await people.Names([.. Waiting.Select(w => w.Proposal.PersonId).OfType<Guid>()], ct);
    }

    public string PersonOf(MandateProposal proposal) => proposal.PersonId is { } id && Names.TryGetValue(id, out var name) ? $"{name.FirstNames} {name.Surname}" : "une personne qui n'est pas trouvée";
}
