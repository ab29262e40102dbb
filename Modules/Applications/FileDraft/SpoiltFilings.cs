using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.FileDraft;

/// <summary>A filing that a failure of ours spoilt is noted with its instant: the person has nothing to prove (art. R.431-2 al. 3).</summary>
internal sealed class SpoiltFilings(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SpoiltFilings> log)
{
    /// <returns>What to tell the person.</returns>
    public async Task<RuleBroken> Record(FilingDraft draft, Exception fault)
    {
        var now = clock.GetUtcNow();
        log.LogError(fault, "The filing of draft {Draft} failed at {At}", draft.Id, now);
        try
        {
            // In a context of its own: the one that failed holds half a filing.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
            var fresh = await db.Drafts.SingleAsync(d => d.Id == draft.Id);
            var error = $"{fault.GetType().Name}: {fault.Message}";
            if (fresh.PersonId is { } person) db.Add(new FailedAttempt { PersonId = person, Procedure = fresh.Procedure, At = now, Error = error.Length > 400 ? error[..400] : error });
            fresh.Spoil(error, now);
            await db.SaveChangesAsync();
        }
        catch (Exception again) when (again is not OutOfMemoryException)
        {
            log.LogCritical(again, "Nor could it be recorded: draft {Draft}, account {Account}, {At}", draft.Id, draft.Account, now);
        }
        var at = now.In(CivilTime.Paris);
        return new("applications.filing-failed",
            $"Le dépôt a échoué de notre côté, le {at:dd/MM/yyyy} à {at:HH:mm} (heure de Paris). Votre brouillon est gardé. Cette tentative est enregistrée et compte comme preuve : déposez de nouveau dans les sept jours, vous ne serez pas en retard pour cela.");
    }
}
