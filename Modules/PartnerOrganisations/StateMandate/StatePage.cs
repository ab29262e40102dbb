using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.AskMandate;
using Anef.PartnerOrganisations.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.StateMandate;

/// <summary>At a counter: the person who stands there lets an organisation act for them.</summary>
[MayUse(Role.WelcomePoint, Role.CaseOfficer)]
internal sealed class StatePage(PartnerOrganisationsDb db, IUseCase<StateMandate.Request, Guid> state, IUseCase<FindAtCounter.Request, PersonFound?> find, IProcedures law, TimeProvider clock) : PageModel, IShowAgain, IMandateFields
{
    [BindProperty(SupportsGet = true, Name = "numero")] public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "ne")] public DateOnly? Born { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")] public bool Done { get; set; }

    [BindProperty] public MandateForm Form { get; set; } = new();

    [BindProperty] public Guid? Organisation { get; set; }

    [BindProperty] public bool Seen { get; set; }

    public PersonFound? Found { get; private set; }

    public IReadOnlyList<(string Value, string Words)> Organisations { get; private set; } = [];

    public IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices => law.All(clock.Today(CivilTime.Paris)).Select(p => (p.Code, p.Name, (string?)null));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form.Until = clock.Today(CivilTime.Paris).AddMonths(6);
        await ShowAgain(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // The person is named by the address, not by the form.
        ModelState.Remove("Form.Number");
        ModelState.Remove("Form.Born");
        if (Organisation is null) ModelState.AddModelError(nameof(Organisation), "Choisissez l'organisation que la personne a nommée.");
        if (ModelState.IsValid)
        {
            await state.Handle(new(Number ?? "", Born ?? default, Organisation!.Value, Form.Terms(), Seen), ct);
            return Redirect($"/agents/mandats/declaration?numero={Uri.EscapeDataString(Number ?? "")}&ne={Born:yyyy-MM-dd}&fait=true");
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Found = Number is { Length: > 0 } && Born is { } born ? await find.Handle(new(Number, born), ct) : null;
        if (Found is not { } person) return;
        var today = clock.Today(CivilTime.Paris);
        var all = await db.Organisations.AsNoTracking().Where(o => o.AgreedFrom <= today && o.AgreedUntil >= today).OrderBy(o => o.Name).ToListAsync(ct);
        Organisations = [.. all.Where(o => o.Covers(person.Prefecture)).Select(o => ($"{o.Id}", o.Name))];
    }
}
