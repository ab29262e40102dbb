using System.ComponentModel.DataAnnotations;
using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.TellIdentity;

/// <summary>Who asks: shown to those who are known, asked of those who are not.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class IdentityPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<SaveDraft.SaveDraft.Request, Done> save, TimeProvider clock) : DraftStepPage(read, save)
{
    [BindProperty, StringLength(200, ErrorMessage = "filing.error.long")]
    public string? Surname { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "filing.error.long")]
    public string? FirstNames { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "filing.error.long")]
    public string? BirthPlace { get; set; }

    [BindProperty, StringLength(100, ErrorMessage = "filing.error.long")]
    public string? Nationality { get; set; }

    [BindProperty]
    public string? Sex { get; set; }

    [BindProperty, RegularExpression("[0-9 ]{10,14}", ErrorMessage = "filing.error.foreignerNumber")]
    public string? ForeignerNumber { get; set; }

    public override string Step => DraftSteps.Identity;

    protected override void Fill(ReadDraft.ReadDraft.View view)
    {
        var answers = view.Answers;
        Seen = view.Draft.SavesOf(Step);
        (Surname, FirstNames, Born, BirthPlace) = (answers["surname"], answers["firstNames"], answers.Day("born"), answers["birthPlace"]);
        (Nationality, Sex, ForeignerNumber) = (answers["nationality"], answers["sex"], answers["foreignerNumber"]);
    }

    protected override void Judge(ReadDraft.ReadDraft.View view)
    {
        if (view.Person is not null) return;
        if (string.IsNullOrWhiteSpace(Surname)) ModelState.AddModelError(nameof(Surname), "filing.error.surname");
        if (string.IsNullOrWhiteSpace(FirstNames)) ModelState.AddModelError(nameof(FirstNames), "filing.error.firstNames");
        if (Born is null) ModelState.AddModelError(nameof(Born), "filing.error.born");
        else if (Born > clock.Today(CivilTime.Paris)) ModelState.AddModelError(nameof(Born), "filing.error.future");
        if (string.IsNullOrWhiteSpace(Nationality)) ModelState.AddModelError(nameof(Nationality), "filing.error.nationality");
    }

    protected override IReadOnlyDictionary<string, string?> Given() => new Dictionary<string, string?>
    {
        ["surname"] = Surname,
        ["firstNames"] = FirstNames,
        ["born"] = Written(Born),
        ["birthPlace"] = BirthPlace,
        ["nationality"] = Nationality,
        ["sex"] = Sex,
        ["foreignerNumber"] = ForeignerNumber?.Replace(" ", "", StringComparison.Ordinal),
    };
}
