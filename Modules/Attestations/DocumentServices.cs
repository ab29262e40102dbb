using Anef.Attestations.AnswerNeighbours;
using Anef.Attestations.Contracts;
using Anef.Attestations.Keys;
using Anef.Attestations.Pdf;
using Anef.Attestations.Settings;
using Anef.Attestations.StatusList;
using Anef.Attestations.Token;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Settings;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations;

/// <summary>What makes, signs and checks documents.</summary>
internal static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<DocumentOptions>("Attestations"))
        .AddSingleton<KeyRing>().AddHostedService<KeysAtStart>()
        .AddSingleton<TokenWriter>().AddScoped<StatusPlaces>().AddScoped<TokenDesk>()
        .AddSingleton<StatusListWriter>().AddSingleton<StatusListCache>()
        .AddSingleton<DocumentWords>().AddScoped<DocumentDesk>().AddScoped<Holder>()
        .AddScoped<IAttestations, AttestationsAnswers>().AddWhenWanted<DocumentDesk>().AddWhenWanted<IUseCase<ListChecks.ListChecks.Request, IReadOnlyList<CheckSummary>>>()
        .AddVerification();

    private static IServiceCollection AddWhenWanted<T>(this IServiceCollection services) where T : class => services.AddScoped(s => new Lazy<T>(s.GetRequiredService<T>));

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapKeys();
        routes.MapStatusLists();
        routes.MapPdf();
        routes.MapVerifications();
    }
}
