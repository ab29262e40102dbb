using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>One batch of an organisation, from a line on.</summary>
internal sealed class ReadBatch(PartnerOrganisationsDb db) : IUseCase<ReadBatch.Request, BatchView>
{
    public const int OnePage = 200;
    public const int All = int.MaxValue;

    /// <param name="Organisation">Of whoever asks.</param>
    /// <param name="After">Number of the last line that they have.</param>
    public sealed record Request(Guid Organisation, Guid Batch, int After = 0, int Take = OnePage);

    public async Task<BatchView> Handle(Request request, CancellationToken ct)
    {
        var batch = await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.Batch && b.OrganisationId == request.Organisation, ct) ?? throw new NotFound("ce lot");
        var lines = await db.Lines.AsNoTracking().Where(l => l.BatchId == batch.Id && l.Number > request.After).OrderBy(l => l.Number).Take(request.Take)
            .GroupJoin(db.Cases, l => l.CaseId, c => c.Id, (l, cases) => new { Line = l, cases }).SelectMany(x => x.cases.DefaultIfEmpty(), (x, c) => new { x.Line, Reference = c == null ? null : c.Reference })
            .OrderBy(x => x.Line.Number).ToListAsync(ct);
        return new(batch, [.. lines.Select(l => View(l.Line, l.Reference))]);
    }

    private static LineView View(BatchLine line, string? reference)
    {
        var outcome = Outcomes.Of(line.Status, line.Reason, line.Words, LineContent.Faults(line.Content), line.Repeat);
        return new(line.Number, Written(line.Content), line.Status, line.Repeat, reference, outcome.Reason, outcome.Todo);
    }

    private static string Written(string content) => LineContent.Read(content) is not { } read ? ""
        : string.Join(' ', new[] { read.Kind, read.Surname, read.GivenNames }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
