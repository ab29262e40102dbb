namespace Anef.Procedures.Domain;

/// <summary>Ages in civil days.</summary>
internal static class Birthdays
{
    /// <summary>The day on which an age is reached: who is born on 29 February reaches it on 1 March of a common year.</summary>
    public static DateOnly On(DateOnly born, int age)
    {
        var day = born.AddYears(age);
        return day.Day == born.Day ? day : day.AddDays(1);
    }
}
