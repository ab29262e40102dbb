using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.TellPlace;

/// <summary>Which prefecture: that of the address, unless the person says otherwise.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class PlacePage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<SaveDraft.SaveDraft.Request, Done> save, PrefectureCatalog prefectures) : DraftStepPage(read, save)
{
    [BindProperty]
    public string? Prefecture { get; set; }

    public override string Step => DraftSteps.Place;

    public IEnumerable<(string, string)> Prefectures => prefectures.All.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, $"{p.Code} – {p.Name}"));

    /// <summary>Where the person lives as far as is known, when they say that they live elsewhere.</summary>
    public string? MovesFrom => View.Person is { } person && Prefecture is not null && person.Prefecture != Prefecture ? prefectures.Find(person.Prefecture)?.Name : null;

    protected override void Fill(ReadDraft.ReadDraft.View view)
    {
        Seen = view.Draft.SavesOf(Step);
        Prefecture = view.Answers["prefecture"] ?? Departments.Of(view.Answers["postcode"], prefectures) ?? view.Person?.Prefecture;
    }

    protected override void Judge(ReadDraft.ReadDraft.View view)
    {
        if (prefectures.Find(Prefecture ?? "") is null) ModelState.AddModelError(nameof(Prefecture), "filing.error.prefecture");
    }

    protected override IReadOnlyDictionary<string, string?> Given() => new Dictionary<string, string?> { ["prefecture"] = Prefecture };
}
