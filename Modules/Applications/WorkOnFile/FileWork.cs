using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.WorkOnFile;

/// <summary>Does something to a file that somebody looked at before: nothing is done to a file that changed since.</summary>
internal sealed class FileWork(ApplicationsDb db, FileDoor door)
{
    /// <param name="version">Of the file that the form was made from; null where the act depends on nothing else in the file.</param>
    /// <param name="what">Code of the act, for the log that the person reads.</param>
    /// <exception cref="RuleBroken">The state says no, or somebody else was quicker: nothing was changed.</exception>
    public async Task Do(Visitor visitor, string number, long? version, string what, Func<PermitApplication, Task> act, CancellationToken ct)
    {
        try
        {
            var entry = await door.EnterToWork(visitor, number, ct);
            entry.EnsureMayDo(what);
            if (version is { } seen && entry.File.Version != seen) throw Meanwhile();
            await act(entry.File);
            await entry.Note(what, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Meanwhile();
        }
        finally
        {
            // What was half done must not be saved, nor shown, with what comes next.
            db.ChangeTracker.Clear();
        }
    }

    private static RuleBroken Meanwhile() => new("applications.changed-meanwhile",
        "Ce dossier a changé depuis que vous l'avez ouvert : rien n'a été enregistré. Lisez ce qui a changé ci-dessous ; votre saisie est conservée, vous pouvez la reprendre et l'envoyer de nouveau.");
}
