using System.Collections.Concurrent;
using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Dsfr;
using Anef.SharedKernel.Prefectures;

namespace Anef.Applications.ReadFile;

/// <summary>The long lists that officers choose from: the same for all files, made again when the catalogue or the day changes.</summary>
internal sealed class FileChoices(IProcedures law, PrefectureCatalog prefectures)
{
    private readonly ConcurrentDictionary<string, Choices> _prefectures = [];
    private volatile Day? _day;

    /// <summary>Where a file may go.</summary>
    public Choices PrefecturesBut(string code) => _prefectures.GetOrAdd(code, here =>
        new(prefectures.All.Where(p => p.Code != here).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, $"{p.Code} {p.Name}"))));

    public Choices Procedures(DateOnly day) => On(day).Procedures;

    /// <summary>Every document that some procedure asks for.</summary>
    public Choices Documents(DateOnly day) => On(day).Documents([]);

    /// <summary>The same but those of a list.</summary>
    public Choices DocumentsBut(DateOnly day, IReadOnlyList<FileDocument> known) => On(day).Documents([.. known.Select(d => d.Code)]);

    private Day On(DateOnly day)
    {
        var all = law.All(day);
        return _day is { } known && known.All == all ? known : _day = new(all, law, day);
    }

    private sealed class Day(IReadOnlyList<Procedure> all, IProcedures law, DateOnly day)
    {
        /// <summary>Checklists are few; officers who ask for more make some of their own.</summary>
        private const int Most = 300;
        private readonly ConcurrentDictionary<string, Choices> _documents = [];
        private readonly List<RequiredDocument> _national = [.. all.SelectMany(p => law.DocumentsOf(p.Code, p.Kinds.Count > 0 ? p.Kinds[0] : Kinds.First, day)).DistinctBy(d => d.Code)
            .OrderBy(d => d.Label, StringComparer.CurrentCulture)];

        public IReadOnlyList<Procedure> All => all;

        public Choices Procedures { get; } = new(all.Select(p => (p.Code, $"{p.Code} – {p.Name}")));

        public Choices Documents(IReadOnlyList<string> but)
        {
            if (_documents.Count > Most) _documents.Clear();
            return _documents.GetOrAdd(string.Join(' ', but), _ => new(_national.Where(d => !but.Contains(d.Code)).Select(d => (d.Code, $"{d.Label} ({d.Code})"))));
        }
    }
}
