using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.WithdrawApplication;

/// <summary>Withdrawing in two steps: first what it does, then the act; and taking it back.</summary>
[MayUse(Role.Applicant)]
internal sealed class WithdrawPage(IUseCase<Consequences.Request, Consequences.View> consequences, IUseCase<WithdrawApplication.Request, Done> withdraw, IUseCase<UndoWithdrawal.Request, Done> undo)
    : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>The person says that the consequences are understood.</summary>
    [BindProperty]
    public bool Understood { get; set; }

    /// <summary>The second step.</summary>
    public bool Confirming { get; private set; }

    public Consequences.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        if (!Understood) ModelState.AddModelError(nameof(Understood), "space.withdraw.mustUnderstand");
        Confirming = Understood;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        if (!Understood) return Page();
        await withdraw.Handle(new(View.Id), ct);
        return Redirect(View.IsDraft ? "/mon-espace" : $"/demandes/{View.Number}");
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        await undo.Handle(new(View.Id), ct);
        return Redirect($"/demandes/{View.Number}");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await consequences.Handle(new(Number), ct);
}
