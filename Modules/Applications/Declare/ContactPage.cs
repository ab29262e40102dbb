using System.ComponentModel.DataAnnotations;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.Declare;

/// <summary>How the person is reached; safe contact and confidential address.</summary>
[MayUse(Role.Applicant)]
internal sealed class ContactPage(IUseCase<ShowDeclared.Request, ShowDeclared.View> show, IUseCase<DeclareContact.Request, Done> declare, LanguageCatalog languages) : PageModel, IShowAgain
{
    [BindProperty, StringLength(200), EmailAddress(ErrorMessage = "space.declare.contact.emailForm")]
    public string? Email { get; set; }

    [BindProperty, StringLength(40)]
    public string? Phone { get; set; }

    [BindProperty, Required(ErrorMessage = "space.declare.missing")]
    public string? Language { get; set; }

    [BindProperty]
    public bool Safe { get; set; }

    [BindProperty]
    public bool Confidential { get; set; }

    public IEnumerable<(string Value, string Words)> Choices => languages.All.Select(l => (l.Code, l.Name));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var contact = (await show.Handle(new(), ct)).Contact;
        (Email, Phone, Language, Safe, Confidential) = (contact.Email, contact.Phone, languages.For(contact.Language).Code, contact.Safe, contact.AddressConfidential);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        await declare.Handle(new(Email, Phone, languages.For(Language).Code, Safe, Confidential), ct);
        return Redirect("/mon-espace/declarer");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
