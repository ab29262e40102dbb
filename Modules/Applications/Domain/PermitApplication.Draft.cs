namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Answers that came with the filing belong to its first version.</summary>
    public void Answered(IReadOnlyDictionary<string, string> more)
    {
        if (more.Count == 0 || Answers.Count != 1) return;
        Answers = [Answers[0] with { Answers = Answers[0].Answers.Concat(more.Where(m => !Answers[0].Answers.ContainsKey(m.Key))).ToDictionary() }];
    }

    /// <summary>A virus came to light in a file that had been received.</summary>
    public void Destroyed(string document, DateTimeOffset now)
    {
        Note(now, "documentDestroyed", document);
        Raise("documentDestroyed", $"Un virus a été trouvé après coup dans un fichier de la pièce « {document} » : il a été détruit. Redemandez la pièce à la personne.");
    }
}
