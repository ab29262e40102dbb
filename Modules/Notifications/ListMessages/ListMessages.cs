using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.ListMessages;

/// <summary>Messages in one state, the oldest first. Neither names nor words: an operator needs none.</summary>
internal sealed class ListMessages(NotificationsDb db) : IUseCase<ListMessages.Request, IReadOnlyList<ListMessages.Line>>
{
    private const int Most = 200;

    public sealed record Request(MessageState State);

    public sealed record Line(Guid Id, string Template, Channel Channel, MessageState State, string Prefecture, DateTimeOffset CreatedAt, DateTimeOffset DueAt,
        int Attempts, DateTimeOffset? SentAt, string? LastError);

    public async Task<IReadOnlyList<Line>> Handle(Request request, CancellationToken ct) => await db.Messages.AsNoTracking()
        .Where(m => m.State == request.State).OrderBy(m => m.CreatedAt).Take(Most)
        .Select(m => new Line(m.Id, m.Template, m.Channel, m.State, m.Prefecture, m.CreatedAt, m.DueAt, m.Attempts, m.SentAt, m.LastError))
        .ToListAsync(ct);
}
