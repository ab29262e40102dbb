using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ReportWorkload;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Staffing.ShowIndicators;

/// <summary>Delay, stock and uncovered days, for anybody: the twelve whole months before this one. They are counted from the facts, and no page changes them.</summary>
internal sealed class ShowIndicators(IUseCase<Report.Request, WorkloadReport> report, IndicatorShelf shelf, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<ShowIndicators.Request, Indicators>
{
    private const int Months = 12;

    /// <param name="Prefecture">Null for the whole country.</param>
    public sealed record Request(string? Prefecture);

    public Task<Indicators> Handle(Request request, CancellationToken ct)
    {
        if (request.Prefecture is { } code && prefectures.Find(code) is null) throw new NotFound("cette préfecture");
        var today = clock.Today(request.Prefecture is null ? CivilTime.Paris : prefectures.Of(request.Prefecture).TimeZone);
        return shelf.Find(request.Prefecture, today, () => Count(request.Prefecture, new(today.Year, today.Month, 1), ct), ct);
    }

    private async Task<Indicators> Count(string? prefecture, DateOnly month, CancellationToken ct)
    {
        var made = Discretion.Veil(await report.Handle(new(prefecture, month.AddMonths(-Months), month.AddDays(-1)), ct));
        return new(made.Prefecture, made.Name, made.From, made.To, [.. made.Told.Select(Of).Where(Says), Of(made.Sum)]);
    }

    /// <summary>A row in which nothing can be shown would still say that somebody is there.</summary>
    private static bool Says(Indicator row) => row.Decisions > 0 || row.Stock > 0 || row.GapDays > 0;

    private static Indicator Of(ReportRow row) => new(row.Procedure, row.Name, row.DelayP50, row.DelayP80, row.DelaySample, row.Closing, row.GapDays, row.PeopleInGap,
        [.. new[] { ("delay", "delaySample"), ("stock", "closing"), ("gapDays", "gapDays") }.Where(f => row.Withheld.Contains(f.Item2)).Select(f => f.Item1)]);
}

/// <summary>Indicators of a prefecture, or of the country, as programs read them.</summary>
/// <param name="Rows">One a procedure of which something can be shown, then the total.</param>
internal sealed record Indicators(string? Prefecture, string Name, DateOnly From, DateOnly To, IReadOnlyList<Indicator> Rows)
{
    public string Method { get; } = "Délais : jours de la complétude à la notification, sans ceux où la demande attendait la personne ; rang le plus proche parmi les décisions notifiées dans la période (échantillon : decisions). "
        + "Stock : demandes déposées et pas encore sorties au dernier jour. Jours sans couverture : jours de la période où une personne n'a pas eu le document qui lui était dû. "
        + "Ce que font moins de cinq personnes n'est pas montré (withheld), ni ce dont on pourrait le déduire ; une démarche où rien ne peut être montré n'a pas de ligne. "
        + "Le taux de réponse au téléphone n'est pas publié : les appels qui n'aboutissent pas ne sont pas enregistrés.";
}

/// <param name="Decisions">Sample of the delays.</param>
/// <param name="Withheld">What is not shown because fewer than five people make it: <c>delay</c>, <c>stock</c>, <c>gapDays</c>.</param>
internal sealed record Indicator(string Procedure, string Name, int? DelayP50, int? DelayP80, int? Decisions, int? Stock, int? GapDays, int? PeopleInGap, IReadOnlyList<string> Withheld);
