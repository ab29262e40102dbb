using Anef.Applications.AnswerNeighbours;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Applications.Seed;

/// <summary>A made-up life as it is lived: each step is the domain's, on the day on which it falls.</summary>
internal sealed class Lived
{
    private const int PlacesOfALife = 64;
    private readonly Life _life;
    private readonly IProcedures _law;
    private readonly PrefectureCatalog _prefectures;
    private readonly Local<ISiteRouting> _sites;
    private readonly List<PersonLook> _looks = [];

    public Lived(Life life, IProcedures law, PrefectureCatalog prefectures, Local<ISiteRouting> sites)
    {
        (_life, _law, _prefectures, _sites) = (life, law, prefectures, sites);
        var prefecture = prefectures.Of(life.Prefecture);
        Person = Person.Register(
            new Identity(1, life.Surname, life.FirstNames, life.Born, null, life.Nationality, life.Sex, $"{7_700_000_000 + life.Index}", false),
            new Situation(life.Protection, life.Protection is null ? null : life.Since, life.Protection is null ? life.Since : null, null, false),
            new ContactDetails($"p{life.Index}@anef.invalid", null, new PostalAddress([$"{1 + (life.Index % 90)} rue de l'Exemple"], $"{prefecture.Code[..2]}000", prefecture.Seat), life.Safe, life.Language),
            life.Held is { } held ? new(held.Procedure, held.Ground, law.Find(held.Procedure, held.From)!.Title, $"T{life.Index:D9}", held.From, held.Until, held.Work) : null,
            0, prefecture.Code, prefecture.TimeZone, life.From, life.NextId());
    }

    public Person Person { get; }

    public List<PermitApplication> Requests { get; } = [];

    public IReadOnlyList<PersonLook> Looks => _looks;

    public void Live()
    {
        foreach (var wish in _life.Requests)
            if (!Ask(wish)) break;
        var ladder = Rung.Ladder(Person.Held, [], Person.Prefecture, _prefectures.Of(Person.Prefecture).ReminderDays, _law, _life.Until);
        var filed = Person.Held is { } held && Requests.Exists(a => a.FiledOn >= Rung.AnsweredSince(held, ladder) && a.Ending is null && Kinds.AsksForPermit(a.Kind, a.Title));
        Person.Remind(ladder, filed, _life.Until);
        Person.Settle();
    }

    /// <returns>Whether the card is in hand, so that another can be asked for later.</returns>
    private bool Ask(LifeRequest wish)
    {
        if (Filed(wish) is not { } request) return false;
        var handling = new Handling(wish, request, Person, _law, _prefectures);
        Look(request, request.FiledAt!.Value);
        foreach (var step in handling.Steps())
        {
            if (step.Day > _life.Until) break;
            Pass(request, step.Day);
            var now = At(step.Day, request.Zone, step.Minute);
            if (step.Do(now)) Look(request, now.At);
        }
        Pass(request, _life.Until);
        return request.HandedOverOn is not null;
    }

    private PermitApplication? Filed(LifeRequest wish)
    {
        if (WhatAndWhen(wish) is not { } asked || asked.On > _life.Until) return null;
        var prefecture = _prefectures.Of(Person.Prefecture);
        var now = At(asked.On, prefecture.TimeZone, wish.Minute);
        var (procedure, kind, ground) = Asked.Of(_law, asked.Procedure, null, wish.Ground, Person.Held, asked.On);
        var facts = Person.FactsFor(procedure.Code, kind, ground, asked.On, now.At.DayIn(CivilTime.Paris), null);
        var judgement = _law.Judge(facts);
        if (judgement.TooEarlyUntil is not null) return null;
        var request = PermitApplication.Draft(Person, ApplicationNumber.At(prefecture.Code, asked.On.Year, (_life.Index * PlacesOfALife) + Requests.Count), _life.NextId());
        request.Ask(Person, procedure, kind, ground, wish.Channel, now);
        var documents = Checklist.For(procedure.Code, judgement.Kind, prefecture, asked.On, _law);
        var missing = documents.Where(d => (d.MayFollow && wish.CivilStatusAfter > 0) || (d.Indispensable && wish.MissingFor != 0)).Take(2).Select(d => d.Code).ToList();
        var site = _sites.For(prefecture.Code).SiteFor(prefecture.Seat, Person.Contact.Address!.Postcode) ?? prefecture.Seat;
        request.File(Person, facts, judgement, Checklist.Brought(documents, missing, asked.On), new(site, prefecture.LegalCoverageListed), _law, now);
        Requests.Add(request);
        return request;
    }

    private (string Procedure, DateOnly On)? WhatAndWhen(LifeRequest wish)
    {
        if (wish is { Procedure: { } code, On: { } on }) return (code, on);
        if (Person.Held is not { } held) return null;
        var around = held.ValidUntil.AddDays(-90);
        if (_law.RenewalOf(held.ForRules(), around) is not { } procedure || _law.RenewalWindow(held.ForRules(), Person.Prefecture, around) is not { } window) return null;
        var (opens, closes) = (window.Opens ?? around, window.Closes ?? held.ValidUntil.AddDays(-30));
        var wanted = wish.LateBy > 0 ? closes.AddDays(wish.LateBy) : opens.AddDays(Math.Max(0, closes.DayNumber - opens.DayNumber) * wish.InWindow / 1000);
        var free = Requests.Count > 0 ? Requests[^1].HandedOverOn!.Value.AddDays(1) : _life.From;
        return (procedure, wanted < free ? free : wanted);
    }

    /// <summary>What falls due by a day by itself: silence, withdrawals, offers, reminders.</summary>
    private void Pass(PermitApplication request, DateOnly day)
    {
        request.Settle();
        var from = DateOnly.MinValue;
        while (request.NextDeadlineOn is { } next && next <= day && from <= day)
        {
            from = next < from ? from : next;
            var now = At(from, request.Zone, 60);
            var (prefecture, ended) = (request.Prefecture, request.Ending is not null);
            request.PassDeadlines(from, code => _prefectures.Of(code).TimeZone, Person, _law, now.At);
            request.Settle();
            if (request.Prefecture != prefecture || request.Ending is not null != ended) Look(request, now.At);
            from = from.AddDays(1);
        }
        request.TakeFacts();
        Person.TakeFacts();
    }

    private void Look(PermitApplication request, DateTimeOffset at)
    {
        request.Settle();
        _looks.Add(new(at, at.DayIn(request.Zone), ApplicationsAnswers.Of(Person, Requests)));
    }

    private static Moment At(DateOnly day, string zone, int minute) => new(CivilTime.StartOf(day, zone).AddMinutes(minute), day);
}
