using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>Answers from the holidays in force.</summary>
internal sealed class LegalWorkingDays(IRules rules) : IWorkingDays
{
    public bool IsWorkingDay(DateOnly day, string? department) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !rules.Current.Holidays.On(day).Includes(day, department);

    public DateOnly After(DateOnly day, int workingDays, string? department)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day, department)) workingDays--;
        }
        return day;
    }
}
