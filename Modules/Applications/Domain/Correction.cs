using System.Globalization;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>A person says that something of their civil status is wrong (RGPD art. 16). What was wrong is kept, as corrected.</summary>
internal sealed class Correction : Aggregate
{
    public const int Longest = 200;
    public const int LongestWhy = 2000;

    /// <summary>RGPD art. 12.3: one month.</summary>
    private const int AnswerMonths = 1;

    private Correction() { }

    public static IReadOnlyList<string> Fields { get; } = ["surname", "firstNames", "born", "birthPlace", "nationality", "sex"];

    public Guid PersonId { get; private init; }

    public string Field { get; private init; } = "";

    /// <summary>What is written now, and what ought to be. A day is written 31/12/1990.</summary>
    public string Was { get; private init; } = "";

    public string Asked { get; private init; } = "";

    public string Why { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>The last day for the answer.</summary>
    public DateOnly DueOn { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool? Accepted { get; private set; }

    /// <summary>Why it was refused, or what was looked at.</summary>
    public string Reason { get; private set; } = "";

    public string AnsweredBy { get; private set; } = "";

    public static Correction Ask(Person person, string field, string asked, string why, Moment now)
    {
        if (!Fields.Contains(field)) throw new RuleBroken("applications.correction-field", "Choisissez ce qui est à corriger.");
        var wanted = asked.Trim();
        if (wanted.Length is 0 or > Longest) throw new RuleBroken("applications.correction-value", $"Écrivez ce qui devrait être inscrit, en {Longest} caractères au plus.");
        if (field == "born") wanted = TryDay(wanted, out var day) ? Written(day) : throw new RuleBroken("applications.correction-day", "Écrivez la date de naissance ainsi : 31/12/1990.");
        if (why.Trim().Length > LongestWhy) throw new RuleBroken("applications.correction-why", $"L'explication tient en {LongestWhy} caractères.");
        var was = Written(person.Identity, field);
        if (was == wanted) throw new RuleBroken("applications.correction-same", "C'est déjà ce qui est inscrit : il n'y a rien à corriger.");
        var correction = new Correction { PersonId = person.Id, Field = field, Was = was, Asked = wanted, Why = why.Trim(), At = now.At, DueOn = now.Day.AddMonths(AnswerMonths) };
        correction.Tell(new CorrectionAsked(person.Id, correction.Id, field, correction.DueOn));
        correction.Tell(new TaskRaised(person.Id, null, "correction", person.Prefecture, $"Rectification demandée ; réponse due au plus tard le {correction.DueOn:dd/MM/yyyy} (RGPD art. 12.3)."));
        return correction;
    }

    /// <summary>An officer answers, once.</summary>
    public void Answer(bool accepted, string reason, string by, Person person, Moment now)
    {
        if (AnsweredAt is not null) throw new RuleBroken("applications.correction-answered", $"Cette demande de rectification a déjà reçu une réponse, le {AnsweredAt:dd/MM/yyyy}.");
        if (!accepted && reason.Trim().Length == 0) throw new RuleBroken("applications.correction-reason", "Un refus de rectifier est motivé : écrivez pourquoi. La personne le lit.");
        if (reason.Trim().Length > LongestWhy) throw new RuleBroken("applications.correction-why", $"L'explication tient en {LongestWhy} caractères.");
        (AnsweredAt, Accepted, Reason, AnsweredBy) = (now.At, accepted, reason.Trim(), by);
        if (accepted) person.Correct(With(person.Identity, Field, Asked));
        Tell(new CorrectionAnswered(PersonId, Id, Field, accepted, Reason));
    }

    public override void Settle() { }

    public static string Written(Identity identity, string field) => field switch
    {
        "surname" => identity.Surname,
        "firstNames" => identity.FirstNames,
        "born" => Written(identity.Born),
        "birthPlace" => identity.BirthPlace ?? "",
        "nationality" => identity.Nationality ?? "",
        _ => identity.Sex ?? "",
    };

    private static Identity With(Identity identity, string field, string value) => field switch
    {
        "surname" => identity with { Surname = value },
        "firstNames" => identity with { FirstNames = value },
        "born" => identity with { Born = TryDay(value, out var day) ? day : identity.Born },
        "birthPlace" => identity with { BirthPlace = value },
        "nationality" => identity with { Nationality = value },
        _ => identity with { Sex = value },
    };

    private static string Written(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static bool TryDay(string written, out DateOnly day) => DateOnly.TryParseExact(written, ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
