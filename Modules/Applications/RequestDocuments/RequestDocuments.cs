using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.RequestDocuments;

/// <summary>An officer asks for documents, with a due date.</summary>
internal sealed class RequestDocuments(ApplicationsDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<RequestDocuments.Request, Done>
{
    /// <param name="Reason">Why they are needed: the person reads it.</param>
    public sealed record Request(Guid ApplicationId, IReadOnlyList<string> Documents, DateOnly? Due, string Reason = "");

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var prefecture = prefectures.Of(application.Prefecture);
        // With an attestation delivered, as with no document to wait for, the file counts as checked.
        var checkBy = person.Held?.ValidUntil.AddDays(-prefecture.LeadDays);
        application.AskFor(request.Documents, request.Due, checkBy, prefecture.DocumentReminderDays, Moment.In(application.Zone, clock), request.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return new();
    }
}
