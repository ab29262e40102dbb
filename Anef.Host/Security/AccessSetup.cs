using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authorization;

namespace Anef.Host.Security;

/// <summary>What says nothing about who may use it is closed. How one signs in is the accounts module's affair.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationHandler, OneOfHandler>();
        services.AddHttpContextAccessor();
        services.AddScoped(s => Visitor.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
    }

    private sealed class OneOfHandler : AuthorizationHandler<OneOf>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OneOf requirement)
        {
            var visitor = Visitor.Of(context.User);
            if (requirement.Roles.Any(visitor.Is)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
