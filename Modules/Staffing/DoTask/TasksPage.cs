using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Anef.Staffing.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Staffing.DoTask;

[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class TasksPage(IUseCase<ListTasks.Request, IReadOnlyList<ListTasks.Row>> list, IUseCase<DoTask.Request, Done> finish, WorkDoor door) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty] public Guid Task { get; set; }

    public IReadOnlyList<Prefecture> Served { get; private set; } = [];

    public IReadOnlyList<ListTasks.Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await finish.Handle(new(Task), ct);
        return Redirect($"/agents/taches?prefecture={Prefecture}");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Served = door.Served(WorkDoor.Officers);
        if (Prefecture is null && Served.Count == 1) Prefecture = Served[0].Code;
        if (Prefecture is { Length: > 0 } place) Rows = await list.Handle(new(place), ct);
    }
}
