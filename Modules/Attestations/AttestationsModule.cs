using System.CommandLine;
using Anef.Attestations.Domain;
using Anef.Attestations.KeepCoverage;
using Anef.Attestations.Keys;
using Anef.Attestations.Persistence;
using Anef.Attestations.RenewDue;
using Anef.Attestations.WatchCoverage;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations;

/// <summary>What is issued: the coverage chain, the documents, their verification.</summary>
public sealed class AttestationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<AttestationsDb>(configuration)
        .AddScoped<CoverageBook>().AddSingleton<BulkRenewal>().AddSingleton<CoverageMetrics>()
        .AddDocuments(configuration);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapDocuments();

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [RotateKeysCommand.Make(run)];
}
