using System.Net;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>The door of programs: looks at the key behind a token at each request, so that a key that was taken back opens nothing at once.</summary>
internal sealed class KeyDoor(PartnerOrganisationsDb db, TimeProvider clock)
{
    /// <summary>The key of a client, if it holds today, comes from where it may and its organisation's agreement runs.</summary>
    public async Task<ProgramKey?> Of(string? clientId, IPAddress? from, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(clientId) || await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(k => k.ClientId == clientId, ct) is not { } key) return null;
        var today = clock.Today(CivilTime.Paris);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == key.OrganisationId, ct);
        return key.HoldsOn(today) && key.IsFrom(from) && organisation.AgreedOn(today) ? new(key, organisation) : null;
    }

    /// <summary>Whoever asks; null when they show no token that opens anything.</summary>
    public async Task<ProgramKey?> Enter(HttpContext http, CancellationToken ct)
    {
        var shown = await http.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        return shown.Succeeded ? await Of(shown.Principal.GetClaim(OpenIddictConstants.Claims.Subject), http.Connection.RemoteIpAddress, ct) : null;
    }
}

/// <summary>A program's key, and the organisation that it is of.</summary>
internal sealed record ProgramKey(ApiKey Key, Organisation Organisation);
