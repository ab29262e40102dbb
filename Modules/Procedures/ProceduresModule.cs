using Anef.Procedures.ChooseProcedure;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ListPages;
using Anef.Procedures.ListProcedures;
using Anef.Procedures.Persistence;
using Anef.Procedures.ReadJournal;
using Anef.Procedures.ReadProcedure;
using Anef.Procedures.RehearseDraft;
using Anef.Procedures.WriteDraft;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Status;
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
        .AddSingleton<IProcedures, LegalProcedures>()
        .AddSingleton<IRetention, LegalRetention>()
        .AddSingleton<IWorkingDays, LegalWorkingDays>()
        .AddScoped<VersionTexts>()
        .AddScoped<DraftTexts>()
        .AddScoped<Sheets>()
        .AddScoped<GuideAnswer>()
        .AddScoped<Journal>()
        .AddScoped<PagesOf>()
        .AddScoped<DraftActs>()
        .AddScoped<PlayDraft>()
        .AddScoped<ITakeRules, RulesOnStage>()
        .AddScoped<IPublicAddresses, PublicAddresses>()
        .AddSingleton<RehearsalBell>()
        .AddHostedService<RehearsalRoom>();

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ProceduresAsJson.Map(routes);
        SheetAsJson.Map(routes);
        JournalFeeds.Map(routes);
    }
}
