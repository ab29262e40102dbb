using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadCase;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>One situation, for who answers for it.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CasePage(PartnerOrganisationsDb db, CaseDoor door, IUseCase<AnswerCase.Request, Done> answer, IUseCase<IdentifyCase.Request, Done> identify, IUseCase<PassOnCase.Request, Done> pass,
    IApplications applications, PrefectureCatalog prefectures) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public string Reference { get; set; } = "";

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public string? Number { get; set; }

    [BindProperty] public DateOnly? Born { get; set; }

    [BindProperty] public string? To { get; set; }

    public CaseView View { get; private set; } = null!;

    public PersonFacts? Person { get; private set; }

    public IEnumerable<(string, string)> Prefectures => prefectures.All.Where(p => p.Code != View.Case.Prefecture).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, $"{p.Code} {p.Name}"));

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => Do(() => answer.Handle(new(Reference, Text ?? "", Ask: false), ct), ct);

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => Do(() => answer.Handle(new(Reference, Text ?? "", Ask: true), ct), ct);

    public Task<IActionResult> OnPostPassAsync(CancellationToken ct) => Do(() => pass.Handle(new(Reference, To ?? ""), ct), ct);

    public async Task<IActionResult> OnPostIdentifyAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Number)) ModelState.AddModelError(nameof(Number), "Écrivez le numéro étranger, ou celui d'une demande.");
        if (Born is null) ModelState.AddModelError(nameof(Born), "Écrivez la date de naissance.");
        return await Do(() => identify.Handle(new(Reference, Number!, Born!.Value), ct), ct);
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        View = await CaseView.Of(db, await door.Open(Reference, ct), ct);
        Person = View.Case.PersonId is { } person ? await applications.Person(person, ct) : null;
        (Number, Born) = (Number ?? View.Sent?.ForeignerNumber ?? View.Sent?.ApplicationNumber, Born ?? View.Sent?.BirthDate);
    }

    private async Task<IActionResult> Do(Func<Task<Done>> act, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await act();
        return Redirect("/agents/partenaires");
    }
}
