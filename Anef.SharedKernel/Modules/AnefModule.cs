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
}
