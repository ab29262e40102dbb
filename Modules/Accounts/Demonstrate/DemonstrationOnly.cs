using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Accounts.Demonstrate;

/// <summary>Outside of Development the demonstration's page has no address: it is not refused, it is not there.</summary>
internal sealed class DemonstrationOnly : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        if (model.ViewEnginePath.EndsWith("/DemonstrationSignIn", StringComparison.Ordinal)) model.Selectors.Clear();
    }
}

internal static class DemonstrationSetup
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddOptions<RazorPagesOptions>().Configure<IHostEnvironment>((options, environment) =>
        {
            if (!environment.IsDevelopment()) options.Conventions.Add(new DemonstrationOnly());
        });
        return services;
    }
}
