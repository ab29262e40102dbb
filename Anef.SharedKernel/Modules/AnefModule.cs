using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Modules;

/// <summary>The one public class of a module: what the host cannot find by looking.</summary>
/// <remarks>
/// Use cases, handlers, jobs and verbs of rehearsals are found by scanning and need no word here.
/// <c>Load</c> is Autofac's: what the module owns and the variants of prefectures, by key.
/// </remarks>
public abstract class AnefModule : Autofac.Module
{
    /// <summary>What only speaks the framework's collection: contexts, options, pumps, hosted services.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Routes that are no Razor page.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes) { }

    /// <summary>What can be asked of the module on the command line.</summary>
    /// <param name="run">Runs the work of a command.</param>
    public virtual IEnumerable<Command> Commands(RunInHouse run) => [];
}

/// <summary>Runs work in a scope of the house without its pages.</summary>
/// <returns>The exit status that the work gave.</returns>
public delegate Task<int> RunInHouse(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct);
