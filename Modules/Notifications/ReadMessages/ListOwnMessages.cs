using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.ReadMessages;

/// <summary>What a person was told, the latest first.</summary>
internal sealed class ListOwnMessages(NotificationsDb db) : IUseCase<ListOwnMessages.Request, IReadOnlyList<ListOwnMessages.Line>>
{
    public const int Page = 30;

    /// <param name="Before">Only what was written before: the instant of the last line of the page before.</param>
    public sealed record Request(Guid PersonId, DateTimeOffset? Before);

    /// <param name="Words">Name of its title: the file of words, or <c>neutral</c>.</param>
    public sealed record Line(Guid Id, string Words, string? Number, DateTimeOffset WrittenAt, bool Read);

    public async Task<IReadOnlyList<Line>> Handle(Request request, CancellationToken ct) => await db.Messages.AsNoTracking()
        .Where(m => m.PersonId == request.PersonId && m.State != MessageState.Cancelled && (request.Before == null || m.CreatedAt < request.Before))
        .OrderByDescending(m => m.CreatedAt).Take(Page)
        .Select(m => new Line(m.Id, m.Neutral ? "neutral" : m.Words, m.Number, m.CreatedAt, m.ReadAt != null)).ToListAsync(ct);
}
