using Anef.Applications.Access;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.BulkActs;

/// <summary>A run as it stands: before it, a preview; then a result per file. For whoever prepared it alone.</summary>
internal sealed class ReadBulk(ApplicationsDb db, FileDoor door, Visitor visitor) : IUseCase<ReadBulk.Request, ReadBulk.View>
{
    public sealed record Request(Guid RunId);

    /// <param name="Name">Null when the file is not open to this officer any more.</param>
    public sealed record Line(string Number, string? Name, BulkState State, string Words);

    public sealed record View(Guid Id, string Act, IReadOnlyList<string> Documents, DateOnly? Due, string Reason, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<Line> Lines)
    {
        public int Of(BulkState state) => Lines.Count(l => l.State == state);
    }

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var run = await db.Set<BulkRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RunId && r.AccountId == visitor.AccountId, ct) ?? throw new NotFound("ce traitement");
        var items = await db.Set<BulkItem>().AsNoTracking().Where(i => i.RunId == run.Id).OrderBy(i => i.Position).ToListAsync(ct);
        var numbers = items.ConvertAll(i => i.Number);
        var names = await door.Visible(visitor).Where(a => numbers.Contains(a.Number)).Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { a.Number, p.Name }).ToDictionaryAsync(n => n.Number, n => n.Name, ct);
        return new(run.Id, run.Act, run.Documents, run.Due, run.Reason, run.StartedAt, run.FinishedAt, [.. items.Select(i => new Line(i.Number, names.GetValueOrDefault(i.Number), i.State, i.Words))]);
    }
}
