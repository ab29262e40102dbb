using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.Rehearse;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Applications;

internal sealed partial class Desk
{
    /// <summary>What is in the database now.</summary>
    public Task<PermitApplication> Look(Guid application) => With((ApplicationsDb db) => db.Applications.AsNoTracking().SingleAsync(a => a.Id == application));

    public Task<Person> Someone(Guid person) => With((ApplicationsDb db) => db.People.AsNoTracking().SingleAsync(p => p.Id == person));

    /// <summary>Facts told so far of one type, in order.</summary>
    public async Task<List<T>> Told<T>() where T : IEvent => (await With((ApplicationsDb db) => db.Outbox.AsNoTracking().Where(m => m.Type == typeof(T).FullName)
        .OrderBy(m => m.Position).Select(m => m.Body).ToListAsync())).ConvertAll(body => JsonSerializer.Deserialize<T>(body, OutboxJson.Options)!);

    public async Task<IEnumerable<string>> Tasks() => (await Told<TaskRaised>()).Select(t => t.Task);

    /// <summary>What a page of state says today.</summary>
    public async Task<JsonObject> State(Guid application)
    {
        var world = new RehearsalWorld { Prefecture = "75", Applications = { ["A"] = application } };
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StateAtTheEnd>().Describe(world, default);
        return world.ApplicationStates["A"];
    }

    /// <summary>In euros, as of today or of the hand-over, with the version of the rule.</summary>
    public async Task<(decimal Amount, int Version)> Fee(Guid application)
    {
        var fee = (await State(application))["fee"]!;
        return ((decimal)fee["amount"]!, (int)fee["version"]!);
    }

    /// <summary>Every row, as text.</summary>
    public Task<string> Everything() => With(async (ApplicationsDb db) => JsonSerializer.Serialize(new
    {
        People = await db.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync(),
        Applications = await db.Applications.AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
        Attempts = await db.FailedAttempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
        Drafts = await db.Drafts.AsNoTracking().OrderBy(d => d.Id).ToListAsync(),
        Files = await db.StoredFiles.AsNoTracking().OrderBy(f => f.Id).ToListAsync(),
        Told = await db.Outbox.OrderBy(m => m.Position).Select(m => m.Body).ToListAsync(),
    }));
}
