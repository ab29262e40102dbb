using System.CommandLine;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.AnswerNeighbours;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.KeepSituations;
using Anef.PartnerOrganisations.LeadMembers;
using Anef.PartnerOrganisations.LookAtMandates;
using Anef.PartnerOrganisations.OpenAttachment;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadBatch;
using Anef.PartnerOrganisations.ReadOneMail;
using Anef.PartnerOrganisations.RegisterOrganisation;
using Anef.PartnerOrganisations.SendFiles;
using Anef.PartnerOrganisations.SendMandateCode;
using Anef.PartnerOrganisations.ServePrograms;
using Anef.PartnerOrganisations.Settings;
using Anef.PartnerOrganisations.WorkOnCases;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using DnsClient;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit.Cryptography;

namespace Anef.PartnerOrganisations;

/// <summary>Approved organisations, for whom they may act, and the situations that they send.</summary>
public sealed class PartnerOrganisationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<PartnerOrganisationsDb>(configuration).AddChannel(configuration);
        AddTrust(services, configuration);
        services.AddPrograms();
        services.AddScoped<IPartnerCases, PartnerCasesAnswers>();
        AddPeople(services);
    }

    /// <summary>Whether a mail is from whom it says.</summary>
    private static void AddTrust(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TrustOptions.Read(configuration))
        .AddSingleton<ILookupClient>(_ => new LookupClient(DnsKeys.Options()))
        .AddSingleton<IDkimPublicKeyLocator, DnsKeys>()
        .AddSingleton<Signatures>()
        .AddSingleton<TrustJudge>();

    /// <summary>Who acts for whom.</summary>
    private static void AddPeople(IServiceCollection services) => services
        .AddSingleton<CodePost>().AddHostedService(s => s.GetRequiredService<CodePost>())
        .AddScoped<PartnerDoor>().AddScoped<MemberRights>().AddScoped<OrganisationChecks>()
        .AddScoped<BeginMandate.BeginMandate>().AddScoped<ProposalDoor>().AddScoped<CaseDoor>().AddScoped<MandateFiles>().AddScoped<SentFiles>().AddSingleton<BatchFeed>();

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapAttachments();
        routes.MapProposals();
        routes.MapBatches();
        routes.MapTemplates();
        routes.MapPrograms();
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [PartnerMailCommand.Make(run)];
}
