using Anef.Applications.Contracts;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Anef.PartnerOrganisations.LookAtMandates;

/// <summary>The signed file, for the agent who has to look at it.</summary>
internal static class FileEndpoint
{
    public static void MapProposals(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/agents/mandats/{id:guid}/fichier", async (Guid id, ProposalDoor door, ISealedFiles files, HttpResponse response, CancellationToken ct) =>
        {
            var proposal = (await door.Open(id, ct)).Proposal;
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";
            response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Stream(await files.Open(proposal.File, ct), proposal.MediaType);
        }).MayUse(ProposalDoor.Officers);
}
