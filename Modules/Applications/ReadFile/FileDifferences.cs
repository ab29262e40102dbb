using Anef.Applications.Domain;

namespace Anef.Applications.ReadFile;

/// <summary>What has changed in a file since an instant: answers before and after, versions of documents, acts.</summary>
internal sealed record FileDifferences(IReadOnlyList<FileDifferences.Answer> Answers, IReadOnlyList<FileDifferences.Document> Documents, IReadOnlyList<HistoryEntry> History)
{
    /// <param name="Before">Null when it was not answered.</param>
    public sealed record Answer(string Field, string? Before, string After);

    /// <param name="Before">The version that counted before; null when there was none.</param>
    public sealed record Document(string Code, string Label, StoredVersion? Before, StoredVersion After, int Index);

    public bool None => Answers.Count + Documents.Count + History.Count == 0;

    public static FileDifferences Since(PermitApplication file, DateTimeOffset? instant) => instant is not { } since ? new([], [], [])
        : new([.. AnswersSince(file, since)], [.. DocumentsSince(file, since)], [.. file.History.Where(h => h.At > since)]);

    private static IEnumerable<Answer> AnswersSince(PermitApplication file, DateTimeOffset since)
    {
        if (file.Answers.Count == 0 || file.Answers[^1].At <= since) return [];
        var before = file.Answers.LastOrDefault(a => a.At <= since)?.Answers ?? new Dictionary<string, string>();
        return file.Answers[^1].Answers.Where(a => before.GetValueOrDefault(a.Key) != a.Value).Select(a => new Answer(a.Key, before.GetValueOrDefault(a.Key), a.Value));
    }

    private static IEnumerable<Document> DocumentsSince(PermitApplication file, DateTimeOffset since) => file.Documents
        .Where(d => d.Versions.Count > 0 && d.Versions[^1].At > since)
        .Select(d => new Document(d.Code, d.Label, d.Versions.LastOrDefault(v => v.At <= since), d.Versions[^1], d.Versions.Count));
}
