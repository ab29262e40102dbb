using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ListFiles;

/// <summary>The files of a prefecture, as an officer asks for them: a page at a time, whatever their number.</summary>
internal sealed class ListFiles(ApplicationsDb db, FileFinder finder, PrefectureCatalog prefectures, Visitor visitor) : IUseCase<ListFiles.Request, ListFiles.Page>
{
    public sealed record Request
    {
        /// <summary>Number, foreigner number or name; with none of them, the list.</summary>
        public string? Text { get; init; }

        /// <summary>Department; null when the officer serves one only.</summary>
        public string? Prefecture { get; init; }

        /// <summary>A state, or <c>us</c>, <c>person</c>, <c>other</c>: whose turn it is.</summary>
        public string? State { get; init; }

        public string? Procedure { get; init; }

        /// <summary>Only what has to be acted upon soon, the most pressing first.</summary>
        public bool Near { get; init; }

        public bool Restricted { get; init; }

        /// <summary>Only what another prefecture offers to this one.</summary>
        public bool Offered { get; init; }

        /// <summary>Where the page before ended.</summary>
        public string? After { get; init; }

        public int Take { get; init; } = 50;
    }

    public sealed record Row(Guid Id, string Number, string Name, string? ForeignerNumber, string Procedure, string Prefecture, string State, DateOnly FiledOn, DateOnly? ActBy, bool Restricted, string? OfferedTo);

    /// <param name="Next">For <see cref="Request.After"/>; null on the last page.</param>
    /// <param name="Prefectures">Those that this officer serves.</param>
    /// <param name="Prefecture">The one that was looked at; null when several are served and none was chosen.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<Prefecture> Prefectures, string? Prefecture);

    public async Task<Page> Handle(Request request, CancellationToken ct)
    {
        var mine = visitor.Prefectures(FileRules.Officers);
        IReadOnlyList<Prefecture> served = [.. prefectures.All.Where(p => mine is null || mine.Contains(p.Code)).OrderBy(p => p.Code, StringComparer.Ordinal)];
        var chosen = request.Prefecture is { } asked ? served.FirstOrDefault(p => p.Code == asked) : served.Count == 1 ? served[0] : null;
        var (found, next) = await finder.Find(visitor, request with { Prefecture = chosen?.Code, Take = Math.Clamp(request.Take, 1, 200) }, ct);
        var people = found.Select(f => f.PersonId).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.ForeignerNumber }).ToDictionaryAsync(p => p.Id, ct);
        return new([.. found.Select(f => new Row(f.Id, f.Number, names[f.PersonId].Name, names[f.PersonId].ForeignerNumber, f.Procedure, f.Prefecture, f.State, f.FiledOn, f.ActBy, f.Restricted, f.OfferedTo))],
            next, served, chosen?.Code);
    }
}

/// <summary>A file in a list, before its person's name.</summary>
internal sealed record Listed(Guid Id, Guid PersonId, string Number, string Procedure, string Prefecture, string State, DateTimeOffset FiledAt, DateOnly FiledOn, DateOnly? ActBy, bool Restricted, string? OfferedTo);

/// <summary>Whose turn it is, by state.</summary>
internal static class Turns
{
    private static readonly Dictionary<string, string[]> All = new()
    {
        ["us"] = ["toBeChecked", "complete", "signed"],
        ["person"] = ["waitingForDocuments"],
        ["other"] = ["waitingForCivilStatus"],
    };

    /// <summary>The states that a filter stands for; none means all of them.</summary>
    public static IReadOnlyList<string> Of(string? filter) => string.IsNullOrEmpty(filter) ? [] : All.GetValueOrDefault(filter) ?? [filter];
}
