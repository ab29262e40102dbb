using Anef.Applications.Access;
using Anef.Applications.BulkActs;
using Anef.Applications.Contracts;
using Anef.Applications.CorrectIdentity;
using Anef.Applications.DraftDecision;
using Anef.Applications.ListFiles;
using Anef.Applications.MeasureDelays;
using Anef.Applications.ReadFile;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Outbox;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications;

/// <summary>What the officers' side of the module is made of.</summary>
internal static class OfficersServices
{
    public static IServiceCollection AddOfficers(this IServiceCollection services) => services
        .AddSingleton<ReadingLog>()
        .AddSingleton<ReasonCatalog>()
        .AddSingleton<FileChoices>()
        .AddScoped<FileDoor>()
        .AddScoped<IDelays, Delays>()
        .AddScoped<FileFinder>()
        .AddScoped<FileWork>()
        .AddScoped<OpenCorrections>()
        .AddScoped<BulkWork>()
        .AddScoped<IPump, BulkPump>();

    public static void MapOfficers(this IEndpointRouteBuilder routes) => routes.MapDocuments();
}
