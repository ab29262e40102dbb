using System.ComponentModel.DataAnnotations;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ListPages;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.WriteNotice;

[MayUse(Role.TeamManager)]
internal sealed class WriteNoticePage(IUseCase<WriteNotice.Request, Guid> write, PagesOf pages, IProcedures procedures, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : PageModel, IShowAgain
{
    /// <summary>Stands in the address for every procedure.</summary>
    public const string All = "toutes";

    private const string TooLong = "Ce texte est trop long.";

    [BindProperty, MaxLength(NoticeWords.Longest, ErrorMessage = TooLong)]
    public string? Text { get; set; }

    [BindProperty, MaxLength(NoticeWords.Longest, ErrorMessage = TooLong)]
    public string? Channel { get; set; }

    [BindProperty, MaxLength(400, ErrorMessage = TooLong)]
    public string? Hours { get; set; }

    [BindProperty, MaxLength(400, ErrorMessage = TooLong)]
    public string? Address { get; set; }

    [BindProperty, MaxLength(400, ErrorMessage = TooLong)]
    public string? Phone { get; set; }

    [BindProperty, Required(ErrorMessage = "Donnez le dernier jour : un texte local ne vaut pas pour toujours.")]
    public DateOnly? ExpiresOn { get; set; }

    public Prefecture Prefecture { get; private set; } = null!;

    /// <summary>Null for every procedure.</summary>
    public Procedure? Procedure { get; private set; }

    public async Task OnGetAsync(string prefecture, string code, CancellationToken ct)
    {
        Find(prefecture, code);
        if ((await pages.NoticesOf(Prefecture.Code, ct)).Find(n => n.Procedure == (Procedure?.Code ?? "")) is not { } notice) return;
        (Text, Channel, Hours, Address, Phone, ExpiresOn) = (notice.Words.Text, notice.Words.Channel, notice.Words.Hours, notice.Words.Address, notice.Words.Phone, notice.ExpiresOn);
    }

    public async Task<IActionResult> OnPostAsync(string prefecture, string code, CancellationToken ct)
    {
        Find(prefecture, code);
        if (!ModelState.IsValid) return Page();
        var words = new NoticeWords { Text = Text?.Trim() ?? "", Channel = Channel?.Trim() ?? "", Hours = Hours?.Trim() ?? "", Address = Address?.Trim() ?? "", Phone = Phone?.Trim() ?? "" };
        await write.Handle(new(Prefecture.Code, Procedure?.Code ?? "", words, ExpiresOn!.Value), ct);
        return LocalRedirect($"/prefecture/pages?departement={Prefecture.Code}");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;

    private void Find(string prefecture, string code)
    {
        Prefecture = prefectures.Find(prefecture) is { } found && visitor.Serves(found.Code, Role.TeamManager) ? found : throw new NotFound("cette préfecture");
        Procedure = code == All ? null : procedures.Find(code, clock.Today(Prefecture.TimeZone)) ?? throw new NotFound("cette démarche");
    }
}
