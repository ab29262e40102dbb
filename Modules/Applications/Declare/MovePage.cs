using System.ComponentModel.DataAnnotations;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.Declare;

/// <summary>A new home.</summary>
[MayUse(Role.Applicant)]
internal sealed class MovePage(IUseCase<ShowDeclared.Request, ShowDeclared.View> show, IUseCase<DeclareMove.Request, Done> declare, PrefectureCatalog prefectures) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "space.declare.missing"), StringLength(400)]
    public string? Address { get; set; }

    [BindProperty, Required(ErrorMessage = "space.declare.missing"), RegularExpression(@"\s*\d{5}\s*", ErrorMessage = "space.declare.move.postcodeForm")]
    public string? Postcode { get; set; }

    [BindProperty, Required(ErrorMessage = "space.declare.missing"), StringLength(120)]
    public string? Commune { get; set; }

    public ShowDeclared.View View { get; private set; } = null!;

    /// <summary>Name of the prefecture that has the person's requests.</summary>
    public string Prefecture => prefectures.Find(View.Prefecture)?.Name ?? View.Prefecture;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await declare.Handle(new((Address ?? "").Split('\n'), Postcode ?? "", Commune ?? ""), ct);
        return Redirect("/mon-espace/declarer");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await show.Handle(new(), ct);
}
