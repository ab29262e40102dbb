using Anef.Applications.Contracts;
using Anef.Applications.DraftDecision;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.ReadFile;

/// <summary>Deciding: a text written from reasons, signed by one or two, notified.</summary>
internal sealed partial class FilePage
{
    [BindProperty] public DecisionOutcome? Outcome { get; set; }

    [BindProperty] public List<string> GrantReasons { get; set; } = [];

    [BindProperty] public List<string> RefuseReasons { get; set; } = [];

    [BindProperty] public string? DecisionText { get; set; }

    [BindProperty] public bool RemovalOrder { get; set; }

    /// <summary>Of the draft that was on the page; null when there was none.</summary>
    [BindProperty] public long? DraftVersion { get; set; }

    public Task<IActionResult> OnPostWriteAsync([FromServices] IUseCase<WriteDraft.Request, Done> write, CancellationToken ct)
    {
        var outcome = Outcome ?? throw Choose("Dites si la décision est favorable ou défavorable.");
        return Work("write-decision", file => write.Handle(new(file.Id, visitor, outcome, outcome == DecisionOutcome.Grant ? GrantReasons : RefuseReasons, DecisionText ?? "", RemovalOrder, DraftVersion), ct), ct);
    }

    public Task<IActionResult> OnPostSignAsync([FromServices] IUseCase<SignDraft.Request, SignDraft.Outcome> sign, CancellationToken ct) =>
        Work("sign", file => sign.Handle(new(file.Id, visitor, DraftVersion ?? throw Choose("Aucune décision n'est rédigée : écrivez-la d'abord.")), ct), ct);

    public Task<IActionResult> OnPostNotifyAsync([FromServices] IUseCase<DecideApplication.NotifyDecision.Request, Done> notify, CancellationToken ct) =>
        Work("notify", file => notify.Handle(new(file.Id), ct), ct);
}
