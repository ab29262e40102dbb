using System.CommandLine;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.Staffing.Access;
using Anef.Staffing.AnswerNeighbours;
using Anef.Staffing.Contracts;
using Anef.Staffing.ExportReport;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Anef.Staffing.ReadReport;
using Anef.Staffing.RedistributeWork;
using Anef.Staffing.SavePlans;
using Anef.Staffing.SendReports;
using Anef.Staffing.ShowIndicators;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Staffing;

/// <summary>What to do first, and with how many: worklist, workload reports, staffing plan.</summary>
public sealed class StaffingModule : AnefModule
{
    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [ReportCommand.Make(run), PlanCommand.Make(run), RebuildCommand.Make(run)];

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapReports();
        routes.MapIndicators();
    }

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<StaffingDb>(configuration)
        .AddScoped<WeightsInForce>().AddScoped<WorkloadBook>().AddScoped<PartnerBook>().AddScoped<DeskBook>().AddScoped<RebuildWorkload>()
        .AddScoped<WorkDoor>().AddScoped<WorkSharer>().AddScoped<IMutualAid, MutualAidAnswers>()
        .AddScoped<ReportIssuer>().AddScoped<ReportPost>()
        .AddScoped<PlanInputs>().AddScoped<PresentStaff>().AddScoped<PlanShelf>()
        .AddSingleton<IndicatorShelf>();
}
