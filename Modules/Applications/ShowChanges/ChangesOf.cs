using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ShowChanges;

/// <summary>The sets of changes that a person sent, each as a difference: the latest first. Whoever asks has checked that the file may be seen.</summary>
internal sealed class ChangesOf(ApplicationsDb db) : IUseCase<ChangesOf.Request, IReadOnlyList<ChangesOf.Change>>
{
    /// <param name="Set">One set alone; null for all.</param>
    public sealed record Request(Guid ApplicationId, Guid? Set = null);

    public sealed record Change(Guid Set, DateTimeOffset At, IReadOnlyList<FieldChange> Fields, IReadOnlyList<DocumentChange> Documents);

    /// <param name="Before">Null when it was not answered.</param>
    public sealed record FieldChange(string Field, string? Before, string? After);

    /// <param name="Before">The version that counted before; null when there was none.</param>
    public sealed record DocumentChange(string Code, string Label, StoredVersion? Before, IReadOnlyList<StoredVersion> After);

    public async Task<IReadOnlyList<Change>> Handle(Request request, CancellationToken ct)
    {
        var file = await db.Applications.AsNoTracking().Where(a => a.Id == request.ApplicationId).Select(a => new { a.Answers, a.Documents }).SingleOrDefaultAsync(ct)
            ?? throw new NotFound("cette demande");
        return Differences(file.Answers, file.Documents, request.Set);
    }

    public static IReadOnlyList<Change> Differences(IReadOnlyList<AnswerVersion> answers, IReadOnlyList<FileDocument> documents, Guid? only = null)
    {
        var sets = answers.Where(v => v.Set is not null).Select(v => (Set: v.Set!.Value, v.At))
            .Concat(documents.SelectMany(d => d.Versions).Where(v => v.Set is not null).Select(v => (Set: v.Set!.Value, v.At)))
            .Where(s => only is null || s.Set == only).GroupBy(s => s.Set).Select(s => (Set: s.Key, At: s.Min(i => i.At)));
        return [.. sets.OrderByDescending(s => s.At).Select(s => new Change(s.Set, s.At, [.. Fields(answers, s.Set)], [.. Documents(documents, s.Set)]))];
    }

    private static IEnumerable<FieldChange> Fields(IReadOnlyList<AnswerVersion> answers, Guid set)
    {
        for (var i = 1; i < answers.Count; i++)
        {
            if (answers[i].Set != set) continue;
            foreach (var (field, after) in answers[i].Answers)
                if (answers[i - 1].Answers.GetValueOrDefault(field) is var before && before != after) yield return new(field, before, after);
        }
    }

    private static IEnumerable<DocumentChange> Documents(IReadOnlyList<FileDocument> documents, Guid set) =>
        from document in documents
        let after = document.Versions.Where(v => v.Set == set).ToList()
        where after.Count > 0
        select new DocumentChange(document.Code, document.Label, document.Versions.TakeWhile(v => v.Set != set).LastOrDefault(), after);
}
