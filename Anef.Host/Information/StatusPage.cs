using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Host.Information;

/// <summary>How the service stands, in plain words.</summary>
[OpenToAll]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StatusPage(StatusBoard board) : PageModel
{
    public StatusBoard.Reading Reading { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Reading = await board.Read(ct);
}
