using Anef.Applications.Access;
using Anef.Applications.AnswerNeighbours;
using Anef.Applications.Contracts;
using Anef.Applications.DraftDecision;
using Anef.Applications.ListFiles;
using Anef.Applications.Persistence;
using Anef.Applications.RouteToSite;
using Anef.Applications.StoreDocument;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Autofac;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications;

/// <summary>People and their requests, from draft to hand-over.</summary>
public sealed class ApplicationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<ApplicationsDb>(configuration)
        .Configure<DocumentStoreOptions>(configuration.GetSection("Applications"))
        .AddSingleton<DocumentStore>()
        .AddSingleton<ReadingLog>()
        .AddScoped<FileDoor>()
        .AddScoped<FileFinder>()
        .AddScoped<FileWork>()
        .AddSingleton<ReasonCatalog>()
        .AddScoped<IApplications, ApplicationsAnswers>();

    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder) => builder.RegisterType<SeatReceives>().As<ISiteRouting>().SingleInstance();
}
