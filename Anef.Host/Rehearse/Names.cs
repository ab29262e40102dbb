namespace Anef.Host.Rehearse;

/// <summary>The names of a file: people, applications in the order of their filing, results.</summary>
internal sealed class Names(RehearsalFile file)
{
    private readonly HashSet<string> _people = [.. file.People.Select(p => p.Name)];
    private readonly Dictionary<string, string?> _applicants = [];
    private readonly HashSet<string> _results = [];

    /// <summary>Steps come in the order of play: what is filed later is not known yet.</summary>
    public void Check(Step step)
    {
        if (step.Fields.Values["person"] is { } person) Known(_people, person.ToString(), "personne inconnue", step.Fields.LineOf("person"));
        if (step.Fields.Values["application"] is { } application) Known(_applicants.Keys, application.ToString(), "demande inconnue à ce moment-là", step.Fields.LineOf("application"));
        if (step.Fields.Values["attestation"] is { } attestation) Attestation(attestation.ToString(), step.Fields.LineOf("attestation"));
        if (step.Verb == "file" && step.Fields.Values["id"] is { } id) Filed(id.ToString(), step);
        if (step.Verb == "verify" && step.Fields.Values["as"] is { } name && !_results.Add(name.ToString()))
            throw new FileFault(step.Fields.LineOf("as"), $"« {name} » nomme déjà un autre résultat");
    }

    /// <summary>Expectations are judged at the end and may name everything.</summary>
    public void Check(Expectation expectation)
    {
        var line = expectation.Line;
        switch (expectation.Subject)
        {
            case Subject.Application: Known(_applicants.Keys, expectation.Name, "demande inconnue", line); break;
            case Subject.Person: Known(_people, expectation.Name, "personne inconnue", line); break;
            case Subject.Result: Known(_results, expectation.Name, "résultat inconnu", line); break;
            default:
                if (expectation.Fields["person"] is { } person) Known(_people, person.ToString(), "personne inconnue", line);
                if (expectation.Fields["application"] is { } application) Known(_applicants.Keys, application.ToString(), "demande inconnue", line);
                if (expectation.Fields["attestation"] is { } attestation) Attestation(attestation.ToString(), line);
                break;
        }
    }

    /// <summary>A name comes again when its draft is sent again, by the same person.</summary>
    private void Filed(string id, Step step)
    {
        var person = step.Fields.Values["person"]?.ToString();
        if (!_applicants.TryAdd(id, person) && _applicants[id] != person)
            throw new FileFault(step.Fields.LineOf("id"), $"« {id} » nomme déjà la demande d'une autre personne");
    }

    private void Attestation(string name, int line)
    {
        if (!Vocabulary.AttestationName().IsMatch(name))
            throw new FileFault(line, $"« {name} » ne nomme pas une attestation (A#0, A#1, A#L1 ou A#C1, pour une demande A ; entre guillemets, car # ouvre un commentaire)");
        Known(_applicants.Keys, name[..name.LastIndexOf('#')], "demande inconnue", line);
    }

    private static void Known(IReadOnlyCollection<string> names, string name, string what, int line)
    {
        if (!names.Contains(name))
            throw new FileFault(line, names.Count == 0 ? $"{what} « {name} »" : $"{what} « {name} » ; sont connus : {string.Join(", ", names)}");
    }
}
