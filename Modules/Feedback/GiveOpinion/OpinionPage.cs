using System.ComponentModel.DataAnnotations;
using Anef.Feedback.Domain;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Feedback.GiveOpinion;

/// <summary>How easy it was, and what went wrong.</summary>
[OpenToAll]
[EnableRateLimiting(OpinionLimit.Name)]
internal sealed class OpinionPage(IUseCase<GiveOpinion.Request, Guid> give, Say say) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "etape")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "prefecture")]
    public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "merci")]
    public bool Thanks { get; set; }

    [BindProperty]
    public string? Ease { get; set; }

    [BindProperty]
    public string[] Troubles { get; set; } = [];

    [BindProperty, StringLength(Opinion.LongestText, ErrorMessage = "feedback.error.long")]
    public string? Text { get; set; }

    public IEnumerable<(string, string, string?)> EaseItems => Enumerable.Range(1, 5).Reverse().Select(n => ($"{n}", say[$"feedback.ease.{n}"], (string?)null));

    public IEnumerable<(string, string, string?)> TroubleItems => Steps.Troubles.Select(code => (code, say[$"feedback.trouble.{code}"], (string?)null));

    public string About => say[$"feedback.step.{Steps.Of(Step)}"];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!int.TryParse(Ease, out var ease) || ease is < 1 or > 5) ModelState.AddModelError(nameof(Ease), "feedback.error.ease");
        if (!ModelState.IsValid) return Page();
        await give.Handle(new(ease, Troubles, Text, Step, Procedure, Prefecture, say.Language.Code), ct);
        return Redirect("/avis?merci=true");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
