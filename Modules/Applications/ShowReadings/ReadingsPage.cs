using Anef.Applications.Access;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.ShowReadings;

/// <summary>Who looked at the person's files, and who checked their attestations.</summary>
[MayUse(Role.Applicant)]
internal sealed class ReadingsPage(IUseCase<ReadingsOf.Request, IReadOnlyList<ReadingsOf.Reading>> readings, IAttestations attestations, PrefectureCatalog prefectures, Visitor visitor) : PageModel
{
    public IReadOnlyList<ReadingsOf.Reading> Readings { get; private set; } = [];

    public IReadOnlyList<CheckSummary> Checks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (visitor.PersonId is not { } me) return;
        Readings = await readings.Handle(new(me), ct);
        Checks = await attestations.ChecksOf(me, ct);
    }

    public string PrefectureOf(ReadingsOf.Reading reading) => prefectures.Find(reading.Prefecture)?.Name ?? reading.Prefecture;
}
