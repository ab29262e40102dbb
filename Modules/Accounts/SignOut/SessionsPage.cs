using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.SignOut;

[MayUse(Role.Applicant, Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint, Role.ContactCentre, Role.Ministry, Role.Operator)]
internal sealed class SessionsPage(IUseCase<SignOutEverywhere.Request, Done> everywhere) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await everywhere.Handle(new(), ct);
        await HttpContext.SignOutAsync(SessionCookies.Session);
        return Redirect("/connexion");
    }
}
