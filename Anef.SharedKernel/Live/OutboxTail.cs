using System.Text.Json;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Live;

/// <summary>Reads what the modules' outboxes gained, in order of position.</summary>
/// <remarks>
/// A position is taken before its transaction ends, so that a later one may be seen first. The last seconds are therefore
/// read again each time, and what was seen in them is not told twice.
/// </remarks>
internal sealed class OutboxTail(IServiceScopeFactory scopes, ModuleDbCatalog modules, TimeProvider clock)
{
    private const int Page = 500;
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);
    private readonly Dictionary<Guid, long> _seen = [];

    /// <summary>What is new since the last call.</summary>
    public async Task<IReadOnlyList<LiveNote>> Next(CancellationToken ct)
    {
        var since = (clock.GetUtcNow() - Overlap).UtcTicks;
        foreach (var (old, _) in _seen.Where(s => s.Value <= since).ToList()) _seen.Remove(old);
        return [.. (await Read(since, ct)).Where(row => _seen.TryAdd(row.Id, row.Position)).Select(row => row.Note).OfType<LiveNote>()];
    }

    /// <summary>Everything after a position.</summary>
    public async Task<IReadOnlyList<LiveNote>> Since(long position, CancellationToken ct) => [.. (await Read(position, ct)).Select(row => row.Note).OfType<LiveNote>()];

    private async Task<List<Row>> Read(long since, CancellationToken ct)
    {
        var rows = new List<Row>();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var module in modules.All)
        {
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module);
            var after = since;
            while (true)
            {
                var page = await db.Outbox.AsNoTracking().Where(m => m.Position > after).OrderBy(m => m.Position)
                    .Select(m => new { m.Id, m.Position, m.Body }).Take(Page).ToListAsync(ct);
                rows.AddRange(page.Select(m => new Row(m.Id, m.Position, NoteOf(m.Position, m.Body))));
                if (page.Count < Page) break;
                after = page[^1].Position;
            }
        }
        return rows;
    }

    /// <summary>Facts about people say whom in <c>personId</c>; the others concern no page.</summary>
    private static LiveNote? NoteOf(long position, string body)
    {
        using var fact = JsonDocument.Parse(body);
        return Id(fact, "personId") is { } person ? new(position, person, Id(fact, "applicationId")) : null;
    }

    private static Guid? Id(JsonDocument fact, string name) =>
        fact.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;

    private sealed record Row(Guid Id, long Position, LiveNote? Note);
}
