using Anef.Accounts.Settings;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Accounts.Sessions;

/// <summary>Takes away the addresses of ways in that this host does not offer: they are not refused, they are not there.</summary>
internal sealed class PagesThatAreNotThere(SignInWays ways) : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        var path = model.ViewEnginePath;
        if ((!ways.Demonstration && path.StartsWith("/Accounts/Demonstrate/", StringComparison.Ordinal)) || (!ways.Local && IsLocal(path))) model.Selectors.Clear();
    }

    private static bool IsLocal(string path) =>
        path.StartsWith("/Accounts/OpenAccount/", StringComparison.Ordinal) || path.StartsWith("/Accounts/EnterCode/", StringComparison.Ordinal) || path.StartsWith("/Accounts/UsePaper/", StringComparison.Ordinal);
}

/// <summary>The ways in that this host offers.</summary>
/// <param name="Demonstration">One click, in Development alone.</param>
internal sealed record SignInWays(bool FranceConnect, bool ProConnect, bool Local, bool Demonstration)
{
    public static SignInWays Of(AccountOptions settings, IHostEnvironment environment) =>
        new(settings.FranceConnect.IsSet, settings.ProConnect.IsSet, settings.Local ?? (settings.HasIssuer || environment.IsDevelopment()), environment.IsDevelopment());
}

internal static class WaysSetup
{
    public static IServiceCollection AddSignInWays(this IServiceCollection services)
    {
        services.AddSingleton(s => SignInWays.Of(s.GetRequiredService<AccountOptions>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddOptions<RazorPagesOptions>().Configure<SignInWays>((options, ways) => options.Conventions.Add(new PagesThatAreNotThere(ways)));
        return services;
    }
}
