using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.DraftDecision;

/// <summary>An officer writes a decision and keeps it as a draft. Whoever asks has opened the file.</summary>
internal sealed class WriteDraft(ApplicationsDb db, ReasonCatalog catalog, Visitor visitor, TimeProvider clock) : IUseCase<WriteDraft.Request, Done>
{
    public const int Longest = 20_000;

    /// <param name="Reasons">Codes of the catalogue.</param>
    /// <param name="Text">Empty: the text of the reasons.</param>
    /// <param name="Version">Of the draft that the officer had before them; null when there was none.</param>
    public sealed record Request(Guid ApplicationId, DecisionOutcome Outcome, IReadOnlyList<string> Reasons, string Text, bool RemovalOrder, long? Version);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        application.EnsureOpen();
        if (request.Text.Length > Longest) throw new RuleBroken("applications.decision-too-long", $"Le texte dépasse {Longest} caractères : raccourcissez-le.");
        var wrong = request.Reasons.Select(catalog.Find).FirstOrDefault(reason => reason?.Outcome != request.Outcome);
        if (wrong is not null) throw new RuleBroken("applications.reason-of-the-other-outcome", $"Le motif « {wrong.Title} » ne va pas avec cette décision.");
        var text = request.Text.Trim().Length > 0 ? request.Text : catalog.Compose(request.Reasons, application, person);
        var draft = await db.Set<DecisionDraft>().SingleOrDefaultAsync(d => d.ApplicationId == application.Id, ct);
        if (draft?.Version != request.Version) throw Changed(draft);
        if (draft is null) db.Add(draft = new DecisionDraft { ApplicationId = application.Id });
        draft.Write(request.Outcome, request.Reasons, text, request.RemovalOrder, visitor.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new();
    }

    public static RuleBroken Changed(DecisionDraft? draft) => new("applications.draft-changed",
        $"La décision a été réécrite entre-temps{(draft is null ? "" : $" par {draft.WrittenBy}")} : rien n'a été enregistré. Comparez les deux textes ; le vôtre est conservé dans le formulaire.");
}
