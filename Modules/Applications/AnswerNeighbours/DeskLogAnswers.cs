using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

/// <summary>The log of openings and the contacts, as the facts that were told of them.</summary>
internal sealed class DeskLogAnswers(ApplicationsDb db, PrefectureCatalog prefectures) : IDeskLog
{
    public async Task<DateTimeOffset?> Next(DateTimeOffset from, CancellationToken ct) =>
        await db.Set<FileReading>().AsNoTracking().Where(r => r.At >= from).OrderBy(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(ct);

    public async Task<DeskFacts> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var lines = await db.Set<FileReading>().AsNoTracking().Where(r => r.At >= from && r.At < until).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        // Nobody writes on a file without being in the log: notes are found by the files that are there.
        var files = lines.Select(l => l.ApplicationId).Distinct().ToList();
        var notes = await db.Set<FileNote>().AsNoTracking().Where(n => files.Contains(n.ApplicationId) && n.At >= from && n.At < until && n.Kind != "note").OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        var opened = lines.GroupBy(l => (l.AccountId, l.ApplicationId)).ToDictionary(g => g.Key, g => g.Last());
        return new(
            [.. lines.Select(l => DeskNews.Worked(l, prefectures)).OfType<OfficerWorked>().Distinct()],
            [.. lines.Select(l => DeskNews.Received(l, prefectures)).OfType<PersonReceived>().Distinct(), .. notes.Select(n => Received(n, opened)).OfType<PersonReceived>()]);
    }

    private PersonReceived? Received(FileNote note, Dictionary<(Guid, Guid), FileReading> opened) =>
        opened.GetValueOrDefault((note.AccountId, note.ApplicationId)) is { } line ? DeskNews.Received(note, line.PersonId, line.Prefecture, prefectures) : null;
}
