using System.CommandLine;
using Anef.Applications.ActForOther;
using Anef.Applications.AnswerNeighbours;
using Anef.Applications.AttachToDraft;
using Anef.Applications.Contracts;
using Anef.Applications.ExportSpace;
using Anef.Applications.FileApplication;
using Anef.Applications.FileDraft;
using Anef.Applications.FollowApplication;
using Anef.Applications.ForeseeFiling;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.RegisterPerson;
using Anef.Applications.RotateKeys;
using Anef.Applications.RouteToSite;
using Anef.Applications.StoreDocument;
using Anef.Applications.UploadDocument;
using Anef.SharedKernel.Live;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Autofac;
using Microsoft.AspNetCore.Routing;
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
        .AddSingleton<DocumentKeys>().AddSingleton<VirusScanner>().AddScoped<DocumentStore>()
        .AddScoped<NewPerson>().AddScoped<JudgeWithAttempts>()
        .AddScoped<DraftDoor>().AddScoped<DraftPerson>().AddScoped<DraftRoom>().AddScoped<SpoiltFilings>()
        .AddOfficers()
        .AddScoped<ExportSpace.ExportSpace>()
        .AddScoped<Shredder>().AddScoped<FileKeeper>().AddScoped<WholeFile>()
        .AddScoped<PeopleSought>().AddScoped<IActsForOthers, ActsForOthers>()
        .AddScoped<IKeeping, KeepingAnswers>()
        .AddScoped<IPartnerReading, PartnerReadingAnswers>().AddScoped<ISealedFiles, SealedFilesAnswers>()
        .AddScoped<IApplications, ApplicationsAnswers>()
        .AddScoped<IWorkload, WorkloadAnswers>().AddScoped<IDeskLog, DeskLogAnswers>();

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [RotateDocumentKeysCommand.Make(run)];

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapUploads();
        routes.MapOwnDownloads();
        routes.MapExport();
        routes.MapOfficers();
        routes.MapLive("/mon-espace/direct").MayUse(Role.Applicant);
    }

    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder) => builder.RegisterType<SeatReceives>().As<ISiteRouting>().SingleInstance();
}
