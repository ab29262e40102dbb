using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.ReadProcedure;

/// <summary>Gathers what is told of a procedure from the catalogue, the rules, the prefecture and the figures.</summary>
internal sealed class Sheets(ProceduresDb db, IRules rules, IProcedures procedures, PrefectureCatalog prefectures, IEnumerable<IDelays> delays, TimeProvider clock)
{
    /// <exception cref="NotFound">No such procedure, or no such prefecture.</exception>
    public async Task<Sheet> Of(string code, string? department, CancellationToken ct)
    {
        var prefecture = department is null ? null : prefectures.Find(department.ToUpperInvariant()) ?? throw new NotFound("cette préfecture");
        var today = clock.Today(prefecture?.TimeZone ?? CivilTime.Paris);
        var procedure = procedures.Find(code.ToUpperInvariant(), today) ?? throw new NotFound("cette démarche");
        var notices = prefecture is null ? [] : await NoticesOf(prefecture.Code, procedure.Code, ct);
        var check = await CheckOf(prefecture?.Code ?? "", procedure.Code, ct);
        var delay = prefecture is null ? null : await DelayOf(procedure.Code, prefecture.Code, ct);
        var shown = notices.Where(n => n.HoldsOn(today)).ToList();
        var book = rules.Current;
        var versions = VersionsOn(book, today);
        var online = procedures.IsOnline(procedure.Code, prefecture?.Code ?? Anywhere, today);
        return new()
        {
            Today = today,
            Procedure = procedure,
            Online = online,
            Window = WindowOf(book.Windows.On(today), procedure, online),
            Kinds = [.. procedure.Kinds.Select(kind => KindOf(book, procedure, kind, today))],
            Documents = DocumentsOf(procedure.Code, prefecture, today),
            Place = prefecture is null ? null : new(prefecture, Contact.Of(prefecture, shown), shown),
            Delay = delay,
            Check = check,
            Doubt = book.Entry(procedure.Code, today).Doubt,
            Versions = versions,
            ChangedAt = await ChangedAt(versions, notices, check, delay, today, ct),
        };
    }

    /// <summary>How to reach a prefecture, whatever the procedure.</summary>
    public async Task<Contact> ContactOf(Prefecture prefecture, CancellationToken ct)
    {
        var today = clock.Today(prefecture.TimeZone);
        return Contact.Of(prefecture, (await NoticesOf(prefecture.Code, "", ct)).Where(n => n.HoldsOn(today)));
    }

    /// <summary>What was measured; null when nothing can be said.</summary>
    public async Task<MeasuredDelay?> DelayOf(string procedure, string prefecture, CancellationToken ct) =>
        delays.FirstOrDefault() is { } measured ? await measured.Of(procedure, prefecture, ct) : null;

    // Where no list names departments, any of them tells what holds in the country.
    private const string Anywhere = "75";

    private Task<List<LocalNotice>> NoticesOf(string prefecture, string procedure, CancellationToken ct) =>
        db.LocalNotices.AsNoTracking().Where(n => n.Prefecture == prefecture && (n.Procedure == procedure || n.Procedure == "")).OrderBy(n => n.Id).ToListAsync(ct);

    private Task<PageCheck?> CheckOf(string prefecture, string procedure, CancellationToken ct) =>
        db.PageChecks.AsNoTracking().Where(c => c.Prefecture == prefecture && c.Procedure == procedure).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);

    /// <summary>A procedure that is not online keeps the two months, whatever its own window will be.</summary>
    private static SheetWindow WindowOf(WindowRules windows, Procedure procedure, bool online)
    {
        var id = procedure.Window == WindowIds.Online && !online ? WindowIds.TwoMonths : procedure.Window;
        return new(id, windows.WordsOf(id) ?? "", windows.ArticleOf(id), windows.TermsOf(id));
    }

    private SheetKind KindOf(RuleBook book, Procedure procedure, string kind, DateOnly today)
    {
        var facts = new FilingFacts { Procedure = procedure.Code, Kind = kind, Ground = procedure.Articles is [var first, ..] ? first : "", Department = Anywhere, On = today };
        var silence = SilenceClock.DelayOf(book, procedure.Code, kind, today);
        return new(kind, procedures.FeeOf(procedure.Code, kind, today), silence?.Delay, silence?.Rule, procedures.ProvisionalOf(facts));
    }

    private IReadOnlyList<RequiredDocument> DocumentsOf(string procedure, Prefecture? prefecture, DateOnly today)
    {
        var national = procedures.DocumentsOf(procedure, "", today);
        if (prefecture?.Documents.GetValueOrDefault(procedure) is not { } variant) return national;
        var labels = rules.Current.Documents.On(today).Labels;
        return [.. national.Where(d => !variant.Without.Contains(d.Code)),
            .. variant.Also.Where(code => national.All(d => d.Code != code)).Select(code => new RequiredDocument(code, labels.GetValueOrDefault(code, code), false))];
    }

    private static IReadOnlyList<RuleVersion> VersionsOn(RuleBook book, DateOnly today) =>
        [book.Catalogue.On(today), book.Online.On(today), book.Windows.On(today), book.Late.On(today), book.Silence.On(today), book.Work.On(today),
            book.Provisional.On(today), book.Protection.On(today), book.LegalCoverage.On(today), book.Fees.On(today), book.Documents.On(today)];

    private async Task<DateTimeOffset> ChangedAt(IReadOnlyList<RuleVersion> versions, List<LocalNotice> notices, PageCheck? check, MeasuredDelay? delay, DateOnly today, CancellationToken ct)
    {
        var published = await db.PublishedRules.AsNoTracking().Select(r => new { r.Family, r.Version, r.PublishedAt }).ToListAsync(ct);
        var inForce = versions.Select(v => (RuleFamilies.NameOf(v), v.Version)).ToHashSet();
        return new[]
        {
            versions.Select(v => v.EffectiveFrom).Where(day => day <= today).Select(Start).Max(),
            published.Where(p => inForce.Contains((p.Family, p.Version))).Select(p => p.PublishedAt).DefaultIfEmpty().Max(),
            notices.SelectMany(n => new[] { n.WrittenAt, n.EndedAt ?? default, n.ExpiresOn < today ? Start(n.ExpiresOn.AddDays(1)) : default }).DefaultIfEmpty().Max(),
            check?.At ?? default,
            delay is null ? default : Start(delay.To),
        }.Max();
    }

    private static DateTimeOffset Start(DateOnly day) => CivilTime.StartOf(day, CivilTime.Paris);
}
