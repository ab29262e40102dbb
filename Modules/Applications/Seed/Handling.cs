using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Applications.Seed;

/// <summary>What happens to a request, in order of days. Officers do not work at weekends; a step that has lost its sense by then is left out.</summary>
internal sealed class Handling(LifeRequest wish, PermitApplication request, Person person, IProcedures law, PrefectureCatalog prefectures)
{
    private const int Hour = 60;
    private const int DaysToAnswer = 30;
    private static readonly string[] Granted = ["Les conditions du titre demandé sont remplies."];
    private static readonly string[] Refused = ["Les conditions du titre demandé ne sont pas remplies."];
    private readonly List<Step> _steps = [];

    /// <param name="Minute">Of the day: those of one day follow each other.</param>
    /// <param name="Do">Whether neighbours learn something.</param>
    internal sealed record Step(DateOnly Day, int Minute, Func<Moment, bool> Do);

    public IEnumerable<Step> Steps()
    {
        var filed = request.FiledOn!.Value;
        var complete = Supplied(filed);
        var (answered, pause) = AskedAgain(complete);
        if (wish.MovedAfter > 0) Moved(filed);
        if (wish.WithdrawnAfter > 0) Add(filed.AddDays(wish.WithdrawnAfter), now => Told(request.Undecided, () => request.Withdraw(now)));
        if (wish.ClosedAfter > 0) AtWork(filed.AddDays(wish.ClosedAfter), now => Told(request.Undecided, () => request.Close("leftAtOwnRequest", now)));
        if (wish.MissingFor is not null && answered is { } since) Decided(complete, since, pause);
        return _steps.OrderBy(s => s.Day).ThenBy(s => s.Minute);
    }

    /// <returns>The day on which nothing indispensable is missing.</returns>
    private DateOnly Supplied(DateOnly filed)
    {
        var missing = request.Documents.Where(d => d is { Indispensable: true, ReceivedOn: null }).Select(d => d.Code).ToList();
        if (wish.CivilStatusAfter > 0) AtWork(filed.AddDays(wish.CivilStatusAfter), now => Told(request.Undecided, () => request.CivilStatusArrived(true, now)));
        if (missing.Count == 0 || wish.MissingFor is not { } days) return filed;
        var on = filed.AddDays(days);
        Add(on, now => Told(request.Undecided, () => request.Receive(missing, now.Day, person, law, now)));
        return on;
    }

    /// <returns>The day from which everything is there; null when something never comes. And the days that it took.</returns>
    private (DateOnly? Answered, int Pause) AskedAgain(DateOnly complete)
    {
        if (wish.AskedAfter == 0 || request.Documents.LastOrDefault(d => d.Indispensable) is not { Code: var code }) return (complete, 0);
        var asked = Workday(complete.AddDays(wish.AskedAfter));
        Add(asked, now => Told(request.Undecided, () => request.AskFor([code], now.Day.AddDays(DaysToAnswer), person.Held?.ValidUntil.AddDays(-prefectures.Of(request.Prefecture).LeadDays),
            prefectures.Of(request.Prefecture).DocumentReminderDays, now, "La copie n'est pas lisible en entier.")));
        if (wish.AnsweredAfter is not { } days) return (null, 0);
        Add(asked.AddDays(days), now => Told(request.Undecided, () => request.Receive([code], now.Day, person, law, now)));
        return (asked.AddDays(days), days);
    }

    private void Moved(DateOnly filed)
    {
        var on = Workday(filed.AddDays(wish.MovedAfter));
        Add(on, now => Told(request.Undecided && request.Offer is null, () => request.OfferTo(wish.MovedTo!, now)));
        if (wish.AcceptedAfter is { } days)
            AtWork(on.AddDays(days), now => Told(request is { Undecided: true, Offer.To: var to } && to == wish.MovedTo, () => request.Accept(wish.MovedTo!, prefectures.Of(wish.MovedTo!).TimeZone, person, now.At)));
    }

    private void Decided(DateOnly complete, DateOnly since, int pause)
    {
        var awaited = wish.CivilStatusAfter > 0 ? request.FiledOn!.Value.AddDays(wish.CivilStatusAfter + 2) : since;
        var confirmed = AtWork(Later(since, awaited).AddDays(wish.ConfirmedAfter), now => Told(Whole, () => request.Confirm(now)));
        var signed = AtWork(Later(confirmed.AddDays(1), complete.AddDays(wish.DecidedAfter + pause)), now =>
            Told(Whole, () => request.Sign(wish.Refused ? DecisionOutcome.Refuse : DecisionOutcome.Grant, wish.Refused ? Refused : Granted, wish is { Refused: true, Removal: true }, now)));
        var notified = AtWork(signed.AddDays(wish.NotifiedAfter), now => Told(request is { Undecided: true, Decision: not null }, () => request.Notify(law, now)));
        if (wish.Refused) return;
        var ready = AtWork(notified.AddDays(wish.CardAfter), now => Told(request.Status == "granted", () => request.CardIsReady(now)));
        if (wish.HandedOverAfter is { } days) AtWork(ready.AddDays(days), now => Told(request.Status == "granted", () => request.HandOver(person, law, now)));
    }

    private bool Whole => request is { Undecided: true, CompleteSince: not null, MissesIndispensable: false, WithdrawalEffectiveOn: null } && !request.Requests.Any(r => r.MetOn is null);

    private DateOnly AtWork(DateOnly day, Func<Moment, bool> act)
    {
        var on = Workday(day);
        Add(on, act);
        return on;
    }

    private void Add(DateOnly day, Func<Moment, bool> act) => _steps.Add(new(day, (8 * Hour) + (_steps.Count * 20) + (wish.Minute % 20), act));

    private static bool Told(bool sensible, Action act)
    {
        if (sensible) act();
        return sensible;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Workday(DateOnly day) => day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 });
}
