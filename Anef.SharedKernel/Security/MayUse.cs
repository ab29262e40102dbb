using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Anef.SharedKernel.Security;

/// <summary>Who may use a page or an endpoint. Each says it: one that says nothing is closed to all.</summary>
/// <remarks>Which files and which people they may see there is another question, answered by the module that owns them.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayUseAttribute(params Role[] roles) : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    /// <summary>Any of these.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new OneOf(Roles)];
}

/// <summary>Somebody with one of these roles.</summary>
public sealed record OneOf(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>Anybody at all may use it, without signing in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAllowAnonymous;

/// <summary>The same for endpoints that are no page.</summary>
public static class EndpointAccess
{
    /// <summary>Only for these roles.</summary>
    public static TBuilder MayUse<TBuilder>(this TBuilder endpoint, params Role[] roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new MayUseAttribute(roles));

    /// <summary>For anybody.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OpenToAllAttribute());
}
