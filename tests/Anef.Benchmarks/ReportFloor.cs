using System.Data.Common;
using System.Globalization;

namespace Anef.Benchmarks;

/// <summary>The national report of a month in plain SQL: the same figures, with nothing around them.</summary>
internal sealed class ReportFloor(DbConnection connection, int first, int last)
{
    public sealed record Total(int Opening, int Inflow, int Outflow, int Closing, int? DelayP50, int? DelayP80, int? OldestDays, int Attestations, int Renewals, int People, int GapDays);

    public async Task<Total> Run()
    {
        var gone = $"\"UntilDay\" BETWEEN {first} AND {last}";
        var stock = await Table($"SELECT \"Procedure\", COUNT(*) FROM staffing_stays WHERE \"FromDay\" < {first} AND (\"UntilDay\" IS NULL OR \"UntilDay\" >= {first}) GROUP BY \"Procedure\"");
        var inflow = await Table($"SELECT \"Procedure\", \"Channel\", \"FromBy\", COUNT(*) FROM staffing_stays WHERE \"FromDay\" BETWEEN {first} AND {last} GROUP BY \"Procedure\", \"Channel\", \"FromBy\"");
        var outflow = await Table($"SELECT \"Procedure\", \"UntilBy\", SUM(\"DocumentRequests\"), COUNT(*) FROM staffing_stays WHERE {gone} GROUP BY \"Procedure\", \"UntilBy\"");
        var ages = await Table($"SELECT \"Procedure\", \"FiledDay\", COUNT(*) FROM staffing_stays WHERE \"FromDay\" <= {last} AND (\"UntilDay\" IS NULL OR \"UntilDay\" > {last}) GROUP BY \"Procedure\", \"FiledDay\"");
        var delays = await Table($"SELECT \"Procedure\", \"DecisionDays\", COUNT(*) FROM staffing_stays WHERE {gone} AND \"DecisionDays\" IS NOT NULL GROUP BY \"Procedure\", \"DecisionDays\"");
        await Table($"SELECT \"Procedure\", \"CompletenessDays\", COUNT(*) FROM staffing_stays WHERE \"CompleteDay\" BETWEEN {first} AND {last} AND \"CompletenessDays\" IS NOT NULL GROUP BY \"Procedure\", \"CompletenessDays\"");
        await Table($"SELECT \"Procedure\", COUNT(*) FROM staffing_stays WHERE \"SilenceDay\" BETWEEN {first} AND {last} GROUP BY \"Procedure\"");
        var issued = $"FROM staffing_attestations WHERE \"Day\" BETWEEN {first} AND {last} AND \"Kind\" <> 'FilingConfirmation'";
        var papers = await Table($"SELECT \"Procedure\", COUNT(DISTINCT \"PersonId\"), SUM(CASE WHEN \"Renewal\" THEN 1 ELSE 0 END), COUNT(*) {issued} GROUP BY \"Procedure\"");
        var people = await Table($"SELECT 'all', COUNT(DISTINCT \"PersonId\") {issued}");
        var gaps = await Table($"SELECT \"Procedure\", COUNT(DISTINCT \"PersonId\"), SUM((CASE WHEN \"ToDay\" < {last} THEN \"ToDay\" ELSE {last} END) - (CASE WHEN \"FromDay\" > {first} THEN \"FromDay\" ELSE {first} END) + 1) FROM staffing_gaps WHERE \"ToDay\" >= {first} AND \"FromDay\" <= {last} GROUP BY \"Procedure\"");
        await Table($"SELECT 'all', COUNT(DISTINCT \"PersonId\") FROM staffing_gaps WHERE \"ToDay\" >= {first} AND \"FromDay\" <= {last}");
        return new(Sum(stock), Sum(inflow), Sum(outflow), Sum(ages), Rank(delays, 0.5), Rank(delays, 0.8), ages.Count == 0 ? null : last - ages.Min(r => Number(r[1])), Sum(papers), papers.Sum(r => Number(r[2])), Sum(people), Sum(gaps));
    }

    private static int Sum(List<object[]> rows) => rows.Sum(r => Number(r[^1]));

    private static int? Rank(List<object[]> rows, double share)
    {
        var (wanted, seen) = (Math.Ceiling(Sum(rows) * share), 0);
        foreach (var row in rows.OrderBy(r => Number(r[1])))
            if ((seen += Number(row[^1])) >= wanted) return Number(row[1]);
        return null;
    }

    private static int Number(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private async Task<List<object[]>> Table(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // numbers of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
