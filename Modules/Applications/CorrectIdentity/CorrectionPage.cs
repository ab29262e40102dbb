using System.ComponentModel.DataAnnotations;
using Anef.Applications.Domain;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.CorrectIdentity;

/// <summary>Something of the civil status is wrong.</summary>
[MayUse(Role.Applicant)]
internal sealed class CorrectionPage(IUseCase<ShowCorrections.Request, ShowCorrections.View> show, IUseCase<AskCorrection.Request, Guid> ask, Say say) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "space.correct.missing")]
    public string? What { get; set; }

    [BindProperty, Required(ErrorMessage = "space.correct.missing"), StringLength(Correction.Longest)]
    public string? Asked { get; set; }

    [BindProperty, StringLength(Correction.LongestWhy)]
    public string? Why { get; set; }

    public ShowCorrections.View View { get; private set; } = null!;

    public IEnumerable<(string Value, string Words)> Choices => Correction.Fields.Select(name => (name, say[$"space.correct.field.{name}"]));

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await ask.Handle(new(What ?? "", Asked ?? "", Why ?? ""), ct);
        return Redirect("/mon-espace/declarer/rectification");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await show.Handle(new(), ct);
}
