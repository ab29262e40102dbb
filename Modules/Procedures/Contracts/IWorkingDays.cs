namespace Anef.Procedures.Contracts;

/// <summary>Working days of the services of a department: neither Saturday, Sunday nor a legal holiday (Code du travail, art. L.3133-1, L.3134-13, L.3422-2).</summary>
public interface IWorkingDays
{
    /// <summary>Whether somebody is at work there that day.</summary>
    /// <param name="department">Department code; null for the days that are the same everywhere.</param>
    bool IsWorkingDay(DateOnly day, string? department);

    /// <summary>The last of so many working days after a day, which does not count itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than none.</exception>
    DateOnly After(DateOnly day, int workingDays, string? department);
}
