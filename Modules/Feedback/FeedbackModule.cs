using Anef.Feedback.GiveOpinion;
using Anef.Feedback.Persistence;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Feedback;

/// <summary>What people say of the service, and what was done with it.</summary>
public sealed class FeedbackModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<FeedbackDb>(configuration)
        .AddOpinionLimit(configuration);
}
