using Anef.Applications.Contracts;
using Anef.SharedKernel.Modules;
using Autofac;

namespace Anef.HautsDeSeine;

/// <summary>What Hauts-de-Seine does its own way: three sites receive people, by arrondissement.</summary>
public sealed class HautsDeSeineModule : AnefModule
{
    /// <inheritdoc/>
    protected override void Load(ContainerBuilder builder) =>
        builder.RegisterType<CommuneRouting>().Keyed<ISiteRouting>("92").SingleInstance();
}
