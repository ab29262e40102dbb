using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.SaveDraft;

/// <summary>Saves one step's answers, as they are; what the law needs is asked before filing.</summary>
internal sealed class SaveDraft(ApplicationsDb db, DraftDoor door, TimeProvider clock) : IUseCase<SaveDraft.Request, Done>
{
    private const int LongestAnswer = 4_000;

    /// <param name="Answers">An empty one takes the answer back.</param>
    /// <param name="Seen">How often the step had been saved when its page was opened.</param>
    public sealed record Request(Guid Draft, string Step, IReadOnlyDictionary<string, string?> Answers, int Seen, bool Done = true);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        if (!DraftSteps.All.Contains(request.Step)) throw new NotFound("cette étape");
        var given = request.Answers.ToDictionary(a => a.Key, a => a.Value?.ReplaceLineEndings("\n").Trim() ?? "");
        if (given.FirstOrDefault(g => g.Value.Length > LongestAnswer) is { Key: { } field }) throw new RuleBroken("applications.answer-too-long", $"« {field} » dépasse {LongestAnswer} signes : raccourcissez la réponse.");
        draft.Save(request.Step, given, request.Seen, clock.GetUtcNow(), request.Done);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two tabs in the same instant: the other was first.
            db.ChangeTracker.Clear();
            (await door.Open(request.Draft, ct)).Save(request.Step, given, request.Seen, clock.GetUtcNow(), request.Done);
            await db.SaveChangesAsync(ct);
        }
        return new();
    }
}
