using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ListProcedures;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Procedures;

/// <summary>The catalogue of procedures and the rules of law, by date.</summary>
public sealed class ProceduresModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<ProceduresDb>(configuration)
        .AddSingleton<IRules, RulesInForce>()
        .AddSingleton<IProcedures, LegalProcedures>();

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes) => ProceduresAsJson.Map(routes);
}
