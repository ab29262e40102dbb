using System.Globalization;
using System.Linq.Expressions;
using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ListFiles;

#pragma warning disable CA1309 // Compared by the database, on words that every collation orders alike.

/// <summary>Finds files for officers. Each query is a short walk along one index, from where the page before ended.</summary>
internal sealed class FileFinder(ApplicationsDb db, FileDoor door, TimeProvider clock)
{
    private const int NearDays = 15;

    private static readonly Expression<Func<PermitApplication, Listed>> AsListed = a =>
        new Listed(a.Id, a.PersonId, a.Number, a.ProcedureName, a.Prefecture, a.State, a.FiledAt!.Value, a.FiledOn!.Value, a.ActBy, a.Restricted, a.OfferedTo);

    public Task<(IReadOnlyList<Listed> Found, string? Next)> Find(Visitor visitor, ListFiles.Request request, CancellationToken ct)
    {
        var text = request.Text?.Trim() ?? "";
        if (text.Any(char.IsAsciiDigit)) return ByNumber(visitor, text, ct);
        if (request.Prefecture is null) return Nothing;
        if (text.Length > 0) return ByName(visitor, request, NameWords.Of(text), ct);
        return request.Near ? ByDeadline(visitor, request, ct) : ByFiling(visitor, request, ct);
    }

    private static Task<(IReadOnlyList<Listed>, string?)> Nothing => Task.FromResult<(IReadOnlyList<Listed>, string?)>(([], null));

    /// <summary>Of a request or of a foreigner, wherever this officer serves.</summary>
    private async Task<(IReadOnlyList<Listed>, string?)> ByNumber(Visitor visitor, string text, CancellationToken ct)
    {
        var number = ApplicationNumber.Normalise(text);
        var files = door.Visible(visitor);
        if (number.Contains('-', StringComparison.Ordinal)) files = files.Where(a => a.Number == number);
        else
        {
            // Asked apart: in one statement a database may choose to walk past every file of the prefecture instead.
            var people = await db.People.Where(p => p.ForeignerNumber == number).OrderBy(p => p.Id).Select(p => p.Id).Take(200).ToListAsync(ct);
            if (people.Count == 0) return ([], null);
            files = files.Where(a => people.Contains(a.PersonId));
        }
        return (await files.OrderByDescending(a => a.FiledAt).Select(AsListed).Take(200).ToListAsync(ct), null);
    }

    private async Task<(IReadOnlyList<Listed>, string?)> ByName(Visitor visitor, ListFiles.Request request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words.Count == 0) return ([], null);
        var prefecture = request.Prefecture!;
        var cursor = Cursor.Read(request.After);
        // The longest is the rarest, more often than not; the others are looked up person by person.
        var driver = words.MaxBy(w => w.Length)!;
        var people = Beginning(prefecture, driver, cursor?.Word);
        foreach (var other in words.Where(w => w != driver))
        {
            var (first, last) = (other, NameWords.LastFrom(other));
            people = people.Where(p => db.Words.Any(w => w.PersonId == p.PersonId && w.Prefecture == prefecture && string.Compare(w.Word, first) >= 0 && string.Compare(w.Word, last) <= 0));
        }
        var found = people.Join(Filtered(door.Discreet(visitor).Where(a => a.Prefecture == prefecture), request), w => w.PersonId, a => a.PersonId, (w, a) => new { w.Word, w.PersonId, File = a });
        if (cursor is { Word: { } word, Person: var person, Id: var id })
            found = found.Where(f => string.Compare(f.Word, word) > 0 || f.PersonId > person || (f.PersonId == person && f.File.Id > id));
        var page = await found.OrderBy(f => f.Word).ThenBy(f => f.PersonId).ThenBy(f => f.File.Id).Take(request.Take + 1)
            .Select(f => new { f.Word, f.File.Id, f.File.PersonId, f.File.Number, f.File.ProcedureName, f.File.Prefecture, f.File.State, f.File.FiledAt, f.File.FiledOn, f.File.ActBy, f.File.Restricted, f.File.OfferedTo }).ToListAsync(ct);
        var shown = page.Take(request.Take).ToList();
        return ([.. shown.Select(f => new Listed(f.Id, f.PersonId, f.Number, f.ProcedureName, f.Prefecture, f.State, f.FiledAt!.Value, f.FiledOn!.Value, f.ActBy, f.Restricted, f.OfferedTo)).DistinctBy(f => f.Id)],
            page.Count > request.Take ? new Cursor(shown[^1].Id) { Word = shown[^1].Word, Person = shown[^1].PersonId }.Written() : null);
    }

    private IQueryable<PersonWord> Beginning(string prefecture, string prefix, string? from)
    {
        var (first, last) = (from ?? prefix, NameWords.LastFrom(prefix));
        return db.Words.AsNoTracking().Where(w => w.Prefecture == prefecture && string.Compare(w.Word, first) >= 0 && string.Compare(w.Word, last) <= 0);
    }

    private async Task<(IReadOnlyList<Listed>, string?)> ByDeadline(Visitor visitor, ListFiles.Request request, CancellationToken ct)
    {
        var until = clock.Today(CivilTime.Paris).AddDays(NearDays);
        var files = Where(visitor, request).Where(a => a.ActBy <= until);
        var states = Turns.Of(request.State);
        if (states.Count > 0) files = files.Where(a => states.Contains(a.State));
        if (Cursor.Read(request.After) is { Day: { } day, Id: var id }) files = files.Where(a => a.ActBy >= day && (a.ActBy > day || a.Id > id));
        var page = await files.OrderBy(a => a.ActBy).ThenBy(a => a.Id).Select(AsListed).Take(request.Take + 1).ToListAsync(ct);
        return Cut(page, request.Take, last => new Cursor(last.Id) { Day = last.ActBy });
    }

    /// <remarks>One query a state: a walk along the index of each, instead of one past all that is in another.</remarks>
    private async Task<(IReadOnlyList<Listed>, string?)> ByFiling(Visitor visitor, ListFiles.Request request, CancellationToken ct)
    {
        var files = Where(visitor, request);
        if (Cursor.Read(request.After) is { At: { } at, Id: var id }) files = files.Where(a => a.FiledAt <= at && (a.FiledAt < at || a.Id < id));
        var pages = new List<Listed>();
        foreach (var state in Turns.Of(request.State).DefaultIfEmpty(null))
            pages.AddRange(await (state is null ? files : files.Where(a => a.State == state))
                .OrderByDescending(a => a.FiledAt).ThenByDescending(a => a.Id).Select(AsListed).Take(request.Take + 1).ToListAsync(ct));
        return Cut([.. pages.OrderByDescending(f => f.FiledAt)], request.Take, last => new Cursor(last.Id) { At = last.FiledAt });
    }

    private IQueryable<PermitApplication> Where(Visitor visitor, ListFiles.Request request)
    {
        var prefecture = request.Prefecture!;
        var files = door.Discreet(visitor);
        return Filtered(request.Offered ? files.Where(a => a.OfferedTo == prefecture) : files.Where(a => a.Prefecture == prefecture), request);
    }

    private static IQueryable<PermitApplication> Filtered(IQueryable<PermitApplication> files, ListFiles.Request request)
    {
        if (request.Restricted) files = files.Where(a => a.Restricted);
        if (request.Procedure is { Length: > 0 } procedure) files = files.Where(a => a.Procedure == procedure);
        var states = Turns.Of(request.State);
        return request.Text?.Trim() is { Length: > 0 } && states.Count > 0 ? files.Where(a => states.Contains(a.State)) : files;
    }

    private static (IReadOnlyList<Listed>, string?) Cut(List<Listed> found, int take, Func<Listed, Cursor> cursor) =>
        found.Count > take ? ([.. found.Take(take)], cursor(found[take - 1]).Written()) : (found, null);
}

/// <summary>The last line of a page, as the address of the next one carries it.</summary>
internal sealed record Cursor(Guid Id)
{
    public DateTimeOffset? At { get; init; }

    public DateOnly? Day { get; init; }

    public string? Word { get; init; }

    public Guid Person { get; init; }

    public string Written() => string.Join('~', Id.ToString("N"), At?.UtcTicks.ToString(CultureInfo.InvariantCulture), Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Word, Person.ToString("N"));

    /// <summary>Null for none, and for what somebody made up.</summary>
    public static Cursor? Read(string? written)
    {
        if (written?.Split('~') is not [var id, var at, var day, var word, var person] || !Guid.TryParse(id, out var file) || !Guid.TryParse(person, out var who)) return null;
        return new(file)
        {
            At = long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) && ticks is > 0 and < 3_000_000_000_000_000_000 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            Day = DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) ? on : null,
            Word = word.Length > 0 ? word : null,
            Person = who,
        };
    }
}
