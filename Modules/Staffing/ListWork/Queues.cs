using Anef.Staffing.Domain;

namespace Anef.Staffing.ListWork;

/// <summary>The queues of a worklist: each is declared by a code, its words and what stands in it.</summary>
internal static class Queues
{
    /// <summary>What a queue needs to know of the day and of the reader.</summary>
    internal sealed record Context(int Day, Weights Weights, Guid Me);

    private sealed record Queue(string Words, Func<IQueryable<WorkFile>, Context, IQueryable<WorkFile>> Of);

    private static readonly Dictionary<string, Queue> Declared = new()
    {
        ["tous"] = new("Tout ce qui est à faire", (files, _) => files),
        ["urgents"] = new("Droits en danger", (files, _) => files.Where(f => f.OnTop)),
        ["miens"] = new("Mes dossiers", (files, c) => files.Where(f => f.AssignedTo == c.Me)),
        ["completude"] = new("Complétude à vérifier", (files, _) => files.Where(f => f.Step == Step.ToCheck)),
        ["decision"] = new("À décider", (files, _) => files.Where(f => f.Step == Step.ToDecide)),
        ["notification"] = new("Signés, à notifier", (files, _) => files.Where(f => f.Step == Step.ToNotify)),
        ["remise"] = new("Cartes à remettre", (files, _) => files.Where(f => f.Step == Step.ToHandOver)),
        ["personne"] = new("En attente de la personne", (files, _) => files.Where(f => f.Step == Step.WaitingForPerson)),
        ["autre"] = new("En attente d'un autre service", (files, _) => files.Where(f => f.Step == Step.WaitingForOther)),
        ["echeance"] = new("Date légale proche", Near),
        ["restreints"] = new("Accès restreint", (files, _) => files.Where(f => f.Restricted)),
        ["transferes"] = new("Transférés ici", (files, _) => files.Where(f => f.TransferredIn)),
        ["partenaires"] = new("Signalés par un partenaire", (files, _) => files.Where(f => f.PartnerCases > 0)),
        ["taches"] = new("Avec une tâche", (files, _) => files.Where(f => f.Tasks > 0)),
    };

    /// <summary>Codes with their words, in the order of the page.</summary>
    public static IReadOnlyList<(string Code, string Words)> All => [.. Declared.Select(q => (q.Key, q.Value.Words))];

    /// <summary>What stands in a queue; an unknown code is the whole list.</summary>
    public static IQueryable<WorkFile> In(this IQueryable<WorkFile> files, string? queue, Context context) =>
        queue is not null && Declared.TryGetValue(queue, out var declared) ? declared.Of(files, context) : files;

    private static IQueryable<WorkFile> Near(IQueryable<WorkFile> files, Context context)
    {
        var until = context.Day + context.Weights.LegalAlertDays;
        return files.Where(f => f.LegalDay != null && f.LegalDay <= until);
    }
}
