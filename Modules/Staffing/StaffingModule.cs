using System.CommandLine;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.Staffing.Access;
using Anef.Staffing.AnswerNeighbours;
using Anef.Staffing.Contracts;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Anef.Staffing.RedistributeWork;
using Anef.Staffing.SavePlans;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Staffing;

/// <summary>What to do first, and with how many: worklist, workload reports, staffing plan.</summary>
public sealed class StaffingModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<StaffingDb>(configuration)
        .AddScoped<WeightsInForce>().AddScoped<WorkloadBook>().AddScoped<PartnerBook>().AddScoped<RebuildWorkload>().AddScoped<WorkDoor>().AddScoped<WorkSharer>().AddScoped<IMutualAid, MutualAidAnswers>()
        .AddScoped<PlanInputs>().AddScoped<PresentStaff>().AddScoped<PlanShelf>();

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [RebuildCommand.Make(run), PlanCommand.Make(run)];
}
