using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Takes a set of changes as one: one version of the answers and one of each document, which carry its id.</summary>
    public void Take(ChangeSet set, Person person, IProcedures law, Moment now)
    {
        EnsureOpen();
        if (set.IsEmpty) throw new RuleBroken("applications.nothing-amended", "Rien n'a été modifié : changez une réponse ou ajoutez un document, puis envoyez.");
        if (set.Answers.Count > 0) Amend(set.Answers, now, set.SetId);
        foreach (var staged in set.Documents) Attach(staged.Code, staged.File with { At = now.At, Set = set.SetId });
        List<string> documents = [.. set.Documents.Select(d => d.Code).Distinct()];
        if (documents.Count > 0) Receive(documents, now.Day, person, law, now);
        Tell(new ChangesSent(PersonId, Id, set.SetId, [.. set.Answers.Keys], documents));
    }
}
