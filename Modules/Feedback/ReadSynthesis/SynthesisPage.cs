using Anef.Feedback.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Feedback.ReadSynthesis;

/// <summary>What people said in a quarter, in figures.</summary>
[OpenToAll]
internal sealed class SynthesisPage(IUseCase<ReadSynthesis.Request, ReadSynthesis.View> read, TimeProvider clock) : PageModel
{
    private const int Offered = 5;

    [BindProperty(SupportsGet = true, Name = "trimestre")]
    public string? Written { get; set; }

    public Quarter Quarter { get; private set; }

    /// <summary>The one that runs, and those before.</summary>
    public IReadOnlyList<Quarter> Quarters { get; private set; } = [];

    public ReadSynthesis.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var quarter = Quarter.Of(clock.GetUtcNow().DayIn(CivilTime.Paris));
        var quarters = new List<Quarter>();
        for (var i = 0; i < Offered; i++, quarter = quarter.Before) quarters.Add(quarter);
        Quarters = quarters;
        Quarter = Quarter.Parse(Written) ?? quarters[0];
        View = await read.Handle(new(Quarter), ct);
    }
}
