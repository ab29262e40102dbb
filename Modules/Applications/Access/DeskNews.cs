using Anef.Applications.Contracts;
using Anef.Applications.NoteOnFile;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;

namespace Anef.Applications.Access;

/// <summary>What a line of the log says of who worked and who was received.</summary>
internal static class DeskNews
{
    public static OfficerWorked? Worked(FileReading line, PrefectureCatalog prefectures) =>
        FileRules.Officers.Contains(line.Role) ? new(line.AccountId, line.Prefecture, Day(line.At, line.Prefecture, prefectures)) : null;

    /// <summary>Whoever answers by telephone opens a file because somebody calls; whoever receives, because somebody is there.</summary>
    public static PersonReceived? Received(FileReading line, PrefectureCatalog prefectures)
    {
        var channel = line.Role == Role.ContactCentre ? "phone" : line.Role == Role.WelcomePoint || line.What == "intake" ? "counter" : null;
        return channel is null ? null : new(line.PersonId, line.AccountId, line.Prefecture, Day(line.At, line.Prefecture, prefectures), channel, Written: false);
    }

    /// <summary>Null for a note that is no contact.</summary>
    public static PersonReceived? Received(FileNote note, Guid person, string prefecture, PrefectureCatalog prefectures) =>
        note.Kind is "phone" or "counter" or "mail" ? new(person, note.AccountId, prefecture, Day(note.At, prefecture, prefectures), note.Kind, Written: true) : null;

    private static DateOnly Day(DateTimeOffset at, string prefecture, PrefectureCatalog prefectures) => at.DayIn(prefectures.Find(prefecture)?.TimeZone ?? CivilTime.Paris);
}
