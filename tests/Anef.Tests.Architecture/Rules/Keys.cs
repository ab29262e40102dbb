using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Architecture.Rules;

/// <summary>The bridge to Autofac knows no keyed services, and says so by falling over at start.</summary>
internal static class Keys
{
    /// <summary>Keyed services, each with whoever is likely to have brought it.</summary>
    public static IEnumerable<string> Keyed(IServiceCollection services) => services.Where(s => s.IsKeyedService)
        .Select(s => $"{s.ServiceType} keyed « {s.ServiceKey} », made by {Maker(s)}");

    private static string Maker(ServiceDescriptor service)
    {
        var maker = service.KeyedImplementationType ?? service.KeyedImplementationInstance?.GetType() ?? service.KeyedImplementationFactory?.Method.DeclaringType;
        return $"{maker} of {(maker ?? service.ServiceType).Assembly.GetName().Name}";
    }
}
