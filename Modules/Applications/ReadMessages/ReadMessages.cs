using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadMessages;

/// <summary>The messages of a request, in order; what the other side wrote counts as read. Whoever asks has checked that the file may be seen.</summary>
internal sealed class ReadMessages(ApplicationsDb db, TimeProvider clock) : IUseCase<ReadMessages.Request, IReadOnlyList<ReadMessages.Line>>
{
    /// <param name="ByOfficer">Who reads; null when the reading is nobody's, in an export say.</param>
    public sealed record Request(Guid ApplicationId, bool? ByOfficer);

    /// <param name="New">Not read before this time.</param>
    public sealed record Line(Guid Id, bool FromOfficer, string Author, string Text, DateTimeOffset At, DateTimeOffset? ReadAt, bool New);

    private static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<FileMessage>> InOrder = EF.CompileAsyncQuery((ApplicationsDb db, Guid file) =>
        db.Set<FileMessage>().AsNoTracking().Where(m => m.ApplicationId == file).OrderBy(m => m.At).ThenBy(m => m.Id).AsQueryable());

    public async Task<IReadOnlyList<Line>> Handle(Request request, CancellationToken ct)
    {
        var messages = await InOrder(db, request.ApplicationId).ToListAsync(ct);
        var fresh = messages.Where(m => m.ReadAt is null && m.FromOfficer != request.ByOfficer && request.ByOfficer is not null).Select(m => m.Id).ToHashSet();
        if (fresh.Count > 0) await Note(messages[0].PersonId, request, fresh, ct);
        return [.. messages.Select(m => new Line(m.Id, m.FromOfficer, m.Author, m.Text, m.At, m.ReadAt, fresh.Contains(m.Id)))];
    }

    private async Task Note(Guid personId, Request request, HashSet<Guid> fresh, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<FileMessage>().Where(m => fresh.Contains(m.Id) && m.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), ct);
        db.Publish(new MessagesRead(personId, request.ApplicationId, request.ByOfficer!.Value));
        await db.SaveChangesAsync(ct);
    }
}
