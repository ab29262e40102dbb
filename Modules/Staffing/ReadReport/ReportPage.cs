using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ExportReport;
using Anef.Staffing.Persistence;
using Anef.Staffing.ReportWorkload;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Staffing.ReadReport;

[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.Ministry)]
internal sealed class ReportPage(IUseCase<ReadReport.Request, WorkloadReport> read, IUseCase<OwnFigures.Request, OwnFigures.Figures> own, PrefectureCatalog prefectures, IProcedures procedures, StaffingDb db, Visitor visitor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "du")] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "au")] public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")] public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "site")] public string? Site { get; set; }

    [BindProperty(SupportsGet = true, Name = "equipe")] public string? Team { get; set; }

    /// <summary>Null when it was refused.</summary>
    public WorkloadReport? Report { get; private set; }

    public string? Refusal { get; private set; }

    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    public OwnFigures.Figures? Own { get; private set; }

    /// <summary>Of the chosen prefecture.</summary>
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public bool National => visitor.Is(Role.Ministry);

    public bool MaySchedule => visitor.Is(Role.TeamManager) || visitor.Is(Role.CaseOfficer);

    public IEnumerable<(string Code, string Name)> Choice => ReadReport.Choice(visitor, prefectures).Select(code => (code, prefectures.Find(code)?.Name ?? code));

    public IReadOnlyList<Procedure> Procedures => procedures.All(clock.Today(CivilTime.Paris));

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Procedure, Site, Team) = (NullIfBlank(Procedure), NullIfBlank(Site), NullIfBlank(Team));
        Teams = await new Parts(db, ReadReport.PlaceOf(visitor, prefectures, Prefecture) is { } place ? prefectures.Find(place) : null, ct).Teams();
        if (!ModelState.IsValid)
        {
            Refuse("Un jour ne peut pas être lu : choisissez-le dans le calendrier, ou écrivez-le comme 2026-10-01.");
            return;
        }
        try
        {
            Report = await read.Handle(new(visitor, Prefecture, From, To, Procedure, Site, Team), ct);
        }
        catch (RuleBroken refusal)
        {
            Refuse(refusal.Message);
            return;
        }
        (From, To, Prefecture) = (Report.From, Report.To, Report.Prefecture);
        Charts = ExportReport.Charts.Of(Report);
        if (visitor is { AccountId: { } account } && visitor.Is(Role.CaseOfficer)) Own = await own.Handle(new(account, Report.From, Report.To), ct);
    }

    public string FileAddress(string format) =>
        $"/agents/rapports/fichier?format={format}&prefecture={Report!.Prefecture}&du={Report.From:yyyy-MM-dd}&au={Report.To:yyyy-MM-dd}&demarche={Uri.EscapeDataString(Procedure ?? "")}&site={Uri.EscapeDataString(Site ?? "")}&equipe={Uri.EscapeDataString(Team ?? "")}";

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Refuse(string words)
    {
        Refusal = words;
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
