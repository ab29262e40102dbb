using System.Globalization;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Reports;

/// <summary>The same figures, asked of the database without the program.</summary>
internal sealed class PlainSql(AnefHouse house, string? prefecture, string procedure, string from, string to)
{
    private readonly int _first = Histories.Day(from).DayNumber;
    private readonly int _last = Histories.Day(to).DayNumber;

    public async Task<(int?, int?, int?, int?, int?, int?, int?, int?, int?)> Figures()
    {
        var delays = await Column($"\"UntilDay\" BETWEEN {_first} AND {_last} AND \"DecisionDays\" IS NOT NULL", "\"DecisionDays\"");
        var filed = await Column($"\"FromDay\" <= {_last} AND (\"UntilDay\" IS NULL OR \"UntilDay\" > {_last})", "\"FiledDay\"");
        return (await Count($"\"FromDay\" < {_first} AND (\"UntilDay\" IS NULL OR \"UntilDay\" >= {_first})"), await Count($"\"FromDay\" BETWEEN {_first} AND {_last}"), await Count($"\"UntilDay\" BETWEEN {_first} AND {_last}"),
            filed.Count, delays.Count, Rank(delays, 0.5), Rank(delays, 0.8), filed.Count == 0 ? null : _last - filed[0], await Count($"\"SilenceDay\" BETWEEN {_first} AND {_last}"));
    }

    private static int? Rank(List<int> sorted, double share) => sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    private async Task<int?> Count(string where) => (await Column(where, "\"FromDay\"")).Count;

    private async Task<List<int>> Column(string where, string column)
    {
        await using var connection = await house.Database.Connect();
        await using var command = connection.CreateCommand();
        // Nothing in it comes from outside this test.
#pragma warning disable CA2100
        command.CommandText = $"SELECT {column} FROM staffing_stays WHERE {where}{(prefecture is null ? "" : $" AND \"Prefecture\" = '{prefecture}'")}{(procedure == "total" ? "" : $" AND \"Procedure\" = '{procedure}'")} ORDER BY {column}";
#pragma warning restore CA2100
        var values = new List<int>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) values.Add(Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture));
        return values;
    }
}
