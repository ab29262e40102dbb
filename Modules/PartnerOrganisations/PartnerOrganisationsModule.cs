using System.CommandLine;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadOneMail;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using DnsClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit.Cryptography;

namespace Anef.PartnerOrganisations;

/// <summary>Approved organisations, for whom they may act, and the situations that they send.</summary>
public sealed class PartnerOrganisationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<PartnerOrganisationsDb>(configuration)
        .AddSingleton(TrustOptions.Read(configuration))
        .AddSingleton<ILookupClient>(_ => new LookupClient(DnsKeys.Options()))
        .AddSingleton<IDkimPublicKeyLocator, DnsKeys>()
        .AddSingleton<Signatures>()
        .AddSingleton<TrustJudge>()
        .AddChannel(configuration);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [PartnerMailCommand.Make(run)];
}
