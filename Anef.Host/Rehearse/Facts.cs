using System.Text.Json.Nodes;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Host.Rehearse;

/// <summary>Something that happened, with the names of the file in place of ids.</summary>
internal sealed record Fact(DateTimeOffset At, long Position, string Name, JsonObject Fields)
{
    public string? Text(string field) => Fields[field]?.ToString();
}

/// <summary>Reads what all modules told, in the order in which it happened.</summary>
internal sealed class Facts(IServiceScopeFactory scopes, ModuleDbCatalog modules)
{
    public async Task<IReadOnlyList<Fact>> Read(RehearsalWorld world, IEnumerable<Refusal> refusals, CancellationToken ct)
    {
        var people = world.People.GroupBy(p => p.Value).ToDictionary(g => g.Key.ToString(), g => g.First().Key);
        var applications = world.Applications.GroupBy(a => a.Value).ToDictionary(g => g.Key.ToString(), g => g.First().Key);
        var facts = refusals.Select(r => new Fact(r.At, r.Position, Refusal.Event, r.ToJson())).ToList();
        foreach (var module in modules.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module);
            facts.AddRange((await db.Outbox.AsNoTracking().ToListAsync(ct)).Select(m => ToFact(m, people, applications)));
        }
        return [.. facts.OrderBy(f => f.At).ThenBy(f => f.Position)];
    }

    private static Fact ToFact(OutboxMessage message, Dictionary<string, string> people, Dictionary<string, string> applications)
    {
        var body = JsonNode.Parse(message.Body)!.AsObject();
        var fields = new JsonObject();
        Take(body, "applicationId", "application", applications, fields);
        Take(body, "personId", "person", people, fields);
        foreach (var (name, value) in body.ToList())
        {
            body.Remove(name);
            fields[name] = value;
        }
        return new Fact(message.OccurredAt, message.Position, message.Type[(message.Type.LastIndexOfAny(['.', '+']) + 1)..], fields);
    }

    private static void Take(JsonObject body, string id, string name, Dictionary<string, string> names, JsonObject fields)
    {
        if (body.Remove(id, out var value) && value is not null && names.TryGetValue(value.ToString(), out var found)) fields[name] = found;
    }
}
