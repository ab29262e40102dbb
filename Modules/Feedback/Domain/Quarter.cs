using System.Globalization;
using Anef.SharedKernel.Calendar;

namespace Anef.Feedback.Domain;

/// <summary>Three months of the calendar, in Paris.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    private DateOnly First => new(Year, Number * 3 - 2, 1);

    public DateTimeOffset From => CivilTime.StartOf(First, CivilTime.Paris);

    public DateTimeOffset Until => CivilTime.StartOf(First.AddMonths(3), CivilTime.Paris);

    public Quarter Before => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Quarter? Parse(string? written) => written?.Split("-T") is [{ Length: 4 } year, ['1' or '2' or '3' or '4'] number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 2020 and <= 2999 ? new(y, number[0] - '0') : null;

    /// <summary><c>2026-T1</c>.</summary>
    public override string ToString() => $"{Year}-T{Number}";
}
