using System.ComponentModel.DataAnnotations;
using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.TellContact;

/// <summary>How the person is reached: neither an e-mail nor a telephone is needed, and a known address can be kept silent.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class ContactPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<SaveDraft.SaveDraft.Request, Done> save, LanguageCatalog languages, Say say) : DraftStepPage(read, save)
{
    [BindProperty, EmailAddress(ErrorMessage = "filing.error.email"), StringLength(200, ErrorMessage = "filing.error.long")]
    public string? Email { get; set; }

    [BindProperty, RegularExpression(@"\+?[0-9 .()-]{6,24}", ErrorMessage = "filing.error.phone")]
    public string? Phone { get; set; }

    [BindProperty, StringLength(400, ErrorMessage = "filing.error.long")]
    public string? Address { get; set; }

    [BindProperty, RegularExpression("[0-9]{5}", ErrorMessage = "filing.error.postcode")]
    public string? Postcode { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "filing.error.long")]
    public string? Commune { get; set; }

    [BindProperty]
    public bool SafeContact { get; set; }

    [BindProperty]
    public string? Tongue { get; set; }

    public override string Step => DraftSteps.Contact;

    public IEnumerable<(string, string)> Tongues => languages.All.Select(l => (l.Code, l.Name));

    protected override void Fill(ReadDraft.ReadDraft.View view)
    {
        Seen = view.Draft.SavesOf(Step);
        var contact = new DraftAnswers(view.Draft.Answers).ContactOver(view.Person?.Contact ?? new(null, null, null, false, say.Language.Code), said: Seen > 0);
        (Email, Phone, SafeContact, Tongue) = (contact.Email, contact.Phone, contact.Safe, contact.Language);
        (Address, Postcode, Commune) = (contact.Address is null ? null : string.Join('\n', contact.Address.Lines), contact.Address?.Postcode, contact.Address?.Commune);
    }

    protected override IReadOnlyDictionary<string, string?> Given() => new Dictionary<string, string?>
    {
        ["email"] = Email,
        ["phone"] = Phone,
        ["address"] = Address?.ReplaceLineEndings("\n"),
        ["postcode"] = Postcode,
        ["commune"] = Commune,
        ["safeContact"] = SafeContact ? "yes" : null,
        ["language"] = Tongue,
    };
}
