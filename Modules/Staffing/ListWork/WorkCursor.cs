using System.Globalization;
using Anef.Staffing.Domain;

namespace Anef.Staffing.ListWork;

/// <summary>The last line of a page, as the address of the next one carries it.</summary>
internal sealed record WorkCursor(bool OnTop, int Score, DateTimeOffset FiledAt, Guid Id)
{
    public static WorkCursor Of(WorkFile file) => new(file.OnTop, file.Score, file.FiledAt, file.Id);

    public string Written() => string.Create(CultureInfo.InvariantCulture, $"{(OnTop ? 1 : 0)}~{Score}~{FiledAt.UtcTicks}~{Id:N}");

    /// <summary>Null for none, and for what somebody made up.</summary>
    public static WorkCursor? Read(string? written) =>
        written?.Split('~') is [var top, var score, var ticks, var id] && int.TryParse(score, CultureInfo.InvariantCulture, out var points) && Guid.TryParse(id, out var file)
        && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 3_000_000_000_000_000_000 ? new(top == "1", points, new(at, TimeSpan.Zero), file) : null;
}

/// <summary>The order of the list: rights at risk, points, age. Never chance.</summary>
internal static class WorkOrder
{
    public static IQueryable<WorkFile> InOrder(this IQueryable<WorkFile> files) => files.OrderByDescending(f => f.OnTop).ThenByDescending(f => f.Score).ThenBy(f => f.FiledAt).ThenBy(f => f.Id);

    /// <summary>Those that stand before.</summary>
    public static IQueryable<WorkFile> Before(this IQueryable<WorkFile> files, WorkCursor cursor)
    {
        var (onTop, score, at, id) = cursor;
        return onTop
            ? files.Where(f => f.OnTop && (f.Score > score || (f.Score == score && (f.FiledAt < at || (f.FiledAt == at && f.Id < id)))))
            : files.Where(f => f.OnTop || f.Score > score || (f.Score == score && (f.FiledAt < at || (f.FiledAt == at && f.Id < id))));
    }

    public static IQueryable<WorkFile> After(this IQueryable<WorkFile> files, WorkCursor? cursor)
    {
        if (cursor is not var (onTop, score, at, id)) return files;
        return onTop
            ? files.Where(f => !f.OnTop || f.Score < score || (f.Score == score && (f.FiledAt > at || (f.FiledAt == at && f.Id > id))))
            : files.Where(f => !f.OnTop && (f.Score < score || (f.Score == score && (f.FiledAt > at || (f.FiledAt == at && f.Id > id)))));
    }
}
