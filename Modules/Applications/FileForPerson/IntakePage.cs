using System.ComponentModel.DataAnnotations;
using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Filed = Anef.Applications.FileApplication.FileApplication.Filed;

namespace Anef.Applications.FileForPerson;

/// <summary>At a counter: find or register the person, then file for them.</summary>
[MayUse(Role.WelcomePoint, Role.CaseOfficer)]
internal sealed class IntakePage(IUseCase<FindPerson.Request, FindPerson.Found?> find, IUseCase<RegisterPerson.RegisterPerson.Request, Guid> register, IUseCase<FileForPerson.Request, Filed> file,
    IProcedures law, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "numero")] public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "ne")] public DateOnly? Born { get; set; }

    /// <summary>The person has no number: they are registered.</summary>
    [BindProperty(SupportsGet = true, Name = "nouveau")] public bool New { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")] public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")] public string? Kind { get; set; }

    /// <summary>Too early: the number of the draft that was kept instead.</summary>
    [BindProperty(SupportsGet = true, Name = "brouillon")] public string? Draft { get; set; }

    [BindProperty, StringLength(100)] public string? Surname { get; set; }

    [BindProperty, StringLength(100)] public string? FirstNames { get; set; }

    [BindProperty, StringLength(20)] public string? NewNumber { get; set; }

    [BindProperty, StringLength(60)] public string? Nationality { get; set; }

    [BindProperty, StringLength(300)] public string? Address { get; set; }

    [BindProperty, StringLength(10)] public string? Postcode { get; set; }

    [BindProperty, StringLength(100)] public string? Commune { get; set; }

    [BindProperty] public string? NewPrefecture { get; set; }

    [BindProperty] public string? HeldProcedure { get; set; }

    [BindProperty] public DateOnly? HeldFrom { get; set; }

    [BindProperty] public DateOnly? HeldUntil { get; set; }

    [BindProperty] public bool HeldWork { get; set; }

    [BindProperty, StringLength(40)] public string? Ground { get; set; }

    [BindProperty] public DateOnly? ReceivedOn { get; set; }

    [BindProperty] public List<string> Brought { get; set; } = [];

    [BindProperty] public string? Consent { get; set; }

    public FindPerson.Found? Found { get; private set; }

    public bool Searched => !New && Number is { Length: > 0 } && Born is not null;

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public Procedure? Asked => Procedures.FirstOrDefault(p => p.Code == Procedure);

    public IReadOnlyList<FileDocument> Documents { get; private set; } = [];

    public IEnumerable<(string Value, string Words)> Here => prefectures.All.Where(p => visitor.Serves(p.Code, FindPerson.Counter)).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, $"{p.Code} {p.Name}"));

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        var born = Born ?? throw new RuleBroken("applications.no-birth-date", "Écrivez la date de naissance.");
        var known = New ? null : await find.Handle(new(Number ?? "", born), ct);
        var person = known?.PersonId ?? await Register(born, ct);
        var filed = await file.Handle(new(person, Procedure ?? "", Kind, Ground, ReceivedOn, Brought, Consent), ct);
        return filed.OpensOn is null ? Redirect($"/agents/accueil/{filed.Number}?ne={born:yyyy-MM-dd}") : Redirect($"/agents/accueil?brouillon={filed.Number}");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        Procedures = law.All(today);
        if (Searched) Found = await find.Handle(new(Number!, Born!.Value), ct);
        if (Asked is not { } asked) return;
        Kind ??= Found?.Held is { } held && law.Renews(asked.Code, held.ForRules(), today) ? Kinds.Renewal : asked.Kinds[0];
        var prefecture = Found?.Prefecture ?? Here.Select(p => p.Value).FirstOrDefault();
        if (prefecture is not null) Documents = Checklist.For(asked.Code, Kind, prefectures.Of(prefecture), today, law);
    }

    private async Task<Guid> Register(DateOnly born, CancellationToken ct)
    {
        if (!New) throw new RuleBroken("applications.person-unknown", "Personne ne répond à ce numéro et à cette date de naissance.");
        if (string.IsNullOrWhiteSpace(Surname)) throw new RuleBroken("applications.no-surname", "Écrivez le nom.");
        if (Consent is null) throw new RuleBroken("applications.no-consent", "Dites comment la personne a consenti à ce que vous déposiez pour elle : sans son accord, rien n'est déposé.");
        var prefecture = NewPrefecture is { Length: > 0 } chosen ? chosen : Here.Select(p => p.Value).FirstOrDefault() ?? "";
        if (!visitor.Serves(prefecture, FindPerson.Counter)) throw new NotFound("cette préfecture");
        return await register.Handle(new()
        {
            Surname = Surname.Trim(),
            FirstNames = FirstNames?.Trim() ?? "",
            Born = born,
            Nationality = Nationality,
            ForeignerNumber = string.IsNullOrWhiteSpace(NewNumber) ? null : NewNumber.Trim(),
            Prefecture = prefecture,
            AddressLines = string.IsNullOrWhiteSpace(Address) ? [] : Address.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Postcode = Postcode,
            Commune = Commune,
            Held = HeldProcedure is { Length: > 0 } && HeldUntil is { } until ? new(HeldProcedure, null, HeldFrom ?? until.AddYears(-1).AddDays(1), until, HeldWork) : null,
        }, ct);
    }
}
