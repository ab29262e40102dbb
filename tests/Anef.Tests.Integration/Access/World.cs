using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.Attestations.Contracts;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Access;

/// <summary>Whose things are asked for.</summary>
internal sealed record Target(string Name, Guid Person, Guid Application, string Number, string Attestation);

/// <summary>Three people with a request each: the applicant who knocks, somebody of another prefecture, somebody in danger whose file is restricted.</summary>
internal sealed class World
{
    /// <summary>The prefecture of the agents who knock.</summary>
    public const string Here = "38";

    private readonly Dictionary<string, Target> _targets = [];

    /// <summary>Account of the applicant who knocks.</summary>
    public Guid Account { get; } = Guid.CreateVersion7();

    public IEnumerable<string> Names => _targets.Keys;

    public Target Of(string name) => _targets[name];

    public static async Task<World> Make(AnefSite site)
    {
        var world = new World();
        await world.Add(site, "own", "38", "CJF", "L423-1");
        await world.Add(site, "neighbour", "38", "CJF", "L423-1");
        await world.Add(site, "elsewhere", "93", "CJF", "L423-1");
        await world.Add(site, "restricted", "38", "OP", "L425-6");
        return world;
    }

    private async Task Add(AnefSite site, string name, string prefecture, string procedure, string ground)
    {
        var person = await site.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = name,
            FirstNames = "Somebody",
            Born = new(1990, 1, 1),
            Prefecture = prefecture,
            Email = $"{name}@example.org",
            Held = new("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true),
        });
        var filed = await site.Ask<FileApplication.Request, FileApplication.Filed>(new(person, procedure) { Ground = ground, Kind = procedure == "CJF" ? "renewal" : "first" });
        await site.Drain();
        await using var scope = site.Services.CreateAsyncScope();
        var application = scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Applications.Single(a => a.Id == filed.ApplicationId);
        var attestations = await scope.ServiceProvider.GetRequiredService<IAttestations>().OfApplication(person, filed.ApplicationId, default);
        _targets[name] = new(name, person, filed.ApplicationId, application.Number, attestations[0].Number);
    }
}
