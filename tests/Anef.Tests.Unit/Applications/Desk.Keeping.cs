using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.ForgetDrafts;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;
using NSubstitute;

namespace Anef.Tests.Unit.Applications;

internal sealed partial class Desk
{
    /// <summary>How long things are kept, from now on.</summary>
    public IRetention Retention { get; set; } = Law.Retention;

    /// <summary>What was issued; nothing, unless a test says so.</summary>
    public IAttestations Attestations { get; } = Nothing();

    public string[] Contents => Directory.Exists(Documents) ? Directory.GetFiles(Documents, "*", SearchOption.AllDirectories) : [];

    /// <summary>A request filed on 15 July 2026 with a passport and another document, refused and notified on 3 August: over on 3 October, when no appeal is possible any more.</summary>
    public async Task<Guid> Over()
    {
        var id = await Filed();
        foreach (var document in new[] { "IDN", "VIECOM" }) await Ask<StoreDocument.Request, Guid>(new(id, document, new MemoryStream(Papers.Pdf(document)), $"{document}.pdf"));
        On("2026-08-03");
        await Do(new SignDecision.Request(id, DecisionOutcome.Refuse, ["vie commune"]));
        await Do(new NotifyDecision.Request(id));
        return id;
    }

    /// <summary>The night's destruction, on a day.</summary>
    public Task Keep(string day)
    {
        On(day);
        return With(async (KeepFilesJob job) => { await job.Run(Clock.CivilDay(CivilTime.Paris), default); return 0; });
    }

    public Task ForgetDrafts(string day)
    {
        On(day);
        return With(async (ForgetDraftsJob job) => { await job.Run(default); return 0; });
    }

    /// <summary>What, how many, by which version.</summary>
    public Task<List<(string Thing, int Count, int Version)>> Destroyed() => With(async (ApplicationsDb db) =>
        (await db.Set<Destruction>().AsNoTracking().OrderBy(d => d.On).ThenBy(d => d.Thing).ToListAsync()).ConvertAll(d => (d.Thing, d.Count, d.RuleVersion)));

    private static IAttestations Nothing()
    {
        var nothing = Substitute.For<IAttestations>();
        nothing.OfApplication(default, default, default).ReturnsForAnyArgs([]);
        nothing.ChecksOf(default, default).ReturnsForAnyArgs([]);
        return nothing;
    }
}
