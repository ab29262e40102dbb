using System.CommandLine;
using Anef.Accounts.AnswerNeighbours;
using Anef.Accounts.Codes;
using Anef.Accounts.Contracts;
using Anef.Accounts.Invite;
using Anef.Accounts.Issuers;
using Anef.Accounts.KeepAccounts;
using Anef.Accounts.Keys;
using Anef.Accounts.LeadTeam;
using Anef.Accounts.Persistence;
using Anef.Accounts.RecoverAccount;
using Anef.Accounts.Sessions;
using Anef.Accounts.Settings;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Accounts;

/// <summary>Who signs in, and how.</summary>
public sealed class AccountsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccountOptions.Read(configuration);
        services.AddModuleDb<AccountsDb>(configuration).AddSingleton(settings).AddHttpContextAccessor();
        services.AddKeys(settings);
        services.AddAuthentication(SessionCookies.Session).AddSessionCookies(settings).AddIssuers(settings);
        services.AddSignInLimit().AddSignInWays().AddSingleton<IStartupFilter, TrustedProxies>();
        services.AddSingleton<SessionBook>().AddSingleton<Envelope>().AddSingleton<CodeMail>().AddSingleton<CodePost>().AddHostedService(s => s.GetRequiredService<CodePost>());
        services.AddScoped<Throttle>().AddScoped<CodeDesk>().AddScoped<IdentityCheck>().AddScoped<OpeningDesk>().AddScoped<SessionStart>().AddScoped<PendingCode>();
        services.AddScoped<EndingMail>().AddScoped<Counter>().AddScoped<TeamRights>().AddScoped<IAccounts, AccountsAnswers>().AddScoped<IPartnerAccounts, PartnerAccounts>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (!services.GetRequiredService<IWebHostEnvironment>().IsDevelopment()) ServingRules.Check(services.GetRequiredService<AccountOptions>());
        routes.MapIssuers();
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(RunInHouse run) => [InviteCommand.Make(run)];
}
