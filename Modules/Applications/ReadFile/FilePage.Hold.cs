using Anef.Applications.HoldFile;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.ReadFile;

/// <summary>Nothing of the file is destroyed while somebody has to answer for it.</summary>
internal sealed partial class FilePage
{
    [BindProperty] public string? HoldKind { get; set; }

    [BindProperty] public string? HoldWhy { get; set; }

    [BindProperty] public DateOnly? HoldReviewOn { get; set; }

    public bool MayHold => visitor.Serves(View.File.Prefecture, HoldFile.HoldFile.Holders);

    public Task<IActionResult> OnPostHoldAsync([FromServices] IUseCase<HoldFile.HoldFile.Request, Done> hold, CancellationToken ct) =>
        Work("hold", file => hold.Handle(new(file.Id, HoldKind ?? "", HoldWhy ?? "", HoldReviewOn ?? throw Choose("Choisissez le jour du réexamen.")), ct), ct);

    public Task<IActionResult> OnPostReleaseAsync([FromServices] IUseCase<LiftHold.Request, Done> lift, CancellationToken ct) =>
        Work("release", file => lift.Handle(new(file.Id), ct), ct);
}
