using Anef.Procedures.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.Declare;

/// <summary>The document that the person holds, or never received.</summary>
[MayUse(Role.Applicant)]
internal sealed class DocumentPage(IUseCase<ShowDeclared.Request, ShowDeclared.View> show, IUseCase<DeclareDocument.Request, Guid> declare, IProcedures law) : PageModel, IShowAgain
{
    /// <summary>Catalogue code of the document.</summary>
    [BindProperty]
    public string? Procedure { get; set; }

    /// <summary>As printed on it.</summary>
    [BindProperty]
    public string? CardNumber { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidUntil { get; set; }

    public ShowDeclared.View View { get; private set; } = null!;

    public IEnumerable<(string Value, string Words)> Titles => law.All(View.Today).Where(p => p.Title is not ("none" or "same")).Select(p => (p.Code, p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await declare.Handle(new(Procedure, CardNumber, ValidFrom, ValidUntil), ct);
        return Redirect("/mon-espace/declarer");
    }

    public async Task<IActionResult> OnPostNeverReceivedAsync(CancellationToken ct)
    {
        await declare.Handle(new(null, null, null, null, NeverReceived: true), ct);
        return Redirect("/mon-espace/declarer");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await show.Handle(new(), ct);
}
