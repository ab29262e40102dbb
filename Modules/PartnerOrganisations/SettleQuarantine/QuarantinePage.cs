using System.Globalization;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.SettleQuarantine;

/// <summary>For operators: mails that nobody could trust by themselves.</summary>
[MayUse(Role.Operator)]
internal sealed class QuarantinePage(IUseCase<ListQuarantine.Request, ListQuarantine.Page> list) : PageModel
{
    public static readonly IReadOnlyDictionary<MailState, string> States = new Dictionary<MailState, string>
    {
        [MailState.Quarantined] = "à examiner", [MailState.Released] = "libérés", [MailState.Refused] = "refusés", [MailState.Ignored] = "automatiques",
    };

    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")] public MailState State { get; set; } = MailState.Quarantined;

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public ListQuarantine.Page Found { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken ct) => Found = await list.Handle(new(State, Text, From), ct);

    public static string? Why(string? reason) => QuarantineWords.Of(reason);

    public static string At(DateTimeOffset instant) => instant.In(CivilTime.Paris).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public string AddressFrom(int? from) => $"/exploitation/partenaires/quarantaine?etat={State}&q={Uri.EscapeDataString(Text ?? "")}{(from is { } place ? $"&depuis={place}" : "")}";
}
