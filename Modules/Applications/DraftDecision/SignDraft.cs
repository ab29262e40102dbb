using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.DraftDecision;

/// <summary>Signs the drafted decision: once, or by two different persons where the prefecture asks for it. Whoever asks has opened the file.</summary>
internal sealed class SignDraft(ApplicationsDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<SignDraft.Request, SignDraft.Outcome>
{
    /// <param name="Version">Of the text that was read: nobody signs another.</param>
    public sealed record Request(Guid ApplicationId, Visitor By, long Version);

    /// <param name="Signed">False: another person has to sign too.</param>
    public sealed record Outcome(bool Signed);

    public async Task<Outcome> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.EnsureOpen();
        var draft = await db.Set<DecisionDraft>().SingleOrDefaultAsync(d => d.ApplicationId == application.Id, ct)
            ?? throw new RuleBroken("applications.no-draft", "Aucune décision n'est rédigée : écrivez-la d'abord.");
        if (draft.Version != request.Version) throw WriteDraft.Changed(draft);
        if (draft.SignedAt is not null) throw new RuleBroken("applications.already-signed", $"Cette décision est signée depuis le {draft.SignedAt:dd/MM/yyyy}.");
        var account = request.By.AccountId ?? throw new NotFound("ce signataire");
        var now = Moment.In(application.Zone, clock);
        var signed = draft.Sign(account, request.By.Name, prefectures.Of(application.Prefecture).TwoSignatures, now.At);
        if (signed) application.Sign(draft.Outcome, draft.Paragraphs, draft.RemovalOrder, now);
        await db.SaveChangesAsync(ct);
        return new(signed);
    }
}
