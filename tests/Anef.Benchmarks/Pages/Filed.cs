using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;

namespace Anef.Benchmarks.Pages;

/// <summary>A person and their requests, made by the domain itself: each row is what the program would have written.</summary>
internal sealed class Filed(IProcedures law, DateOnly today)
{
    private const string Procedure = "CJF";
    private const string Article = "L423-1";
    private static readonly string[] Reasons = ["Les conditions de l'article L.423-1 sont remplies."];

    private readonly HashSet<string> _numbers = [];

    public Person Person(int i, Prefecture prefecture)
    {
        var (surname, firstNames) = Names.Of(i);
        var until = today.AddDays(Lot.Draw(i, 2, 110) - 45);
        return Applications.Domain.Person.Register(
            new Identity(1, surname, firstNames, new DateOnly(1960 + (i % 45), 1 + (i % 12), 1 + (i % 28)), "Tunis", "TN", i % 2 == 0 ? "F" : "M", $"{7_700_000_000 + i}", false),
            new Situation(null, null, until.AddYears(-4), null, false),
            new ContactDetails($"p{i}@example.org", "+33600000000", new PostalAddress([$"{1 + (i % 90)} rue de l'Exemple"], "93000", "Bobigny"), false, "fr"),
            new HeldDocument(Procedure, Article, "CST", $"T{i:D9}", until.AddYears(-1).AddDays(1), until, Work: true), 0, prefecture.Code, prefecture.TimeZone, today);
    }

    /// <summary>From half of the files the cards are handed over; the others stand at every step before it.</summary>
    public PermitApplication Request(int i, Person person, Prefecture prefecture)
    {
        var procedure = law.Find(Procedure, today)!;
        var (on, lot) = (person.Held!.ValidUntil.AddDays(-70 - Lot.Draw(i, 3, 45)), Lot.Draw(i, 4, 1_000));
        var now = At(on, i);
        var facts = person.FactsFor(Procedure, Kinds.Renewal, Article, on, on, null);
        var judgement = law.Judge(facts);
        var request = PermitApplication.Draft(person, Number(person, on.Year));
        request.Ask(person, procedure, Kinds.Renewal, Article, "online", now);
        var documents = Checklist.For(Procedure, Kinds.Renewal, prefecture, on, law);
        var missing = lot < 100 ? documents.Where(d => d.Indispensable).Take(2).Select(d => d.Code).ToArray() : [];
        request.File(person, facts, judgement, Checklist.Brought(documents, missing, on), new(prefecture.Seat, prefecture.LegalCoverageListed), law, now);
        foreach (var document in request.Documents.Where(d => d.ReceivedOn is not null))
            request.Attach(document.Code, new(Guid.CreateVersion7(), "image/jpeg", 800_000, now.At));
        if (missing.Length == 0) Instruct(request, lot, now);
        if (request.Undecided && lot % 100 == 7) request.OfferTo(lot % 2 == 0 ? Country.Largest : "69", new(now.At, today));
        if (request.Undecided && lot % 100 == 8) request.Withdraw(new(now.At, today));
        if (request.Undecided && lot % 100 == 9) request.Close("duplicateOfAnother", new(now.At, today));
        request.Settle();
        request.TakeFacts();
        return request;
    }

    private string Number(Person person, int year)
    {
        string number;
        while (!_numbers.Add(number = ApplicationNumber.Draw(person.Prefecture, year))) { }
        return number;
    }

    private void Instruct(PermitApplication request, int lot, Moment filed)
    {
        var (checkedOn, signedOn, notifiedOn, readyOn) = (Later(filed, 10), Later(filed, 25), Later(filed, 27), Later(filed, 40));
        if (lot < 200 || checkedOn.Day > today) return;
        if (lot < 250) request.AskFor([request.Documents[0].Code], today.AddDays(20), null, [], checkedOn, "La copie est illisible.");
        if (lot < 250) return;
        request.Confirm(checkedOn);
        if (lot < 400 || signedOn.Day > today) return;
        request.Sign(lot % 20 == 0 ? DecisionOutcome.Refuse : DecisionOutcome.Grant, Reasons, false, signedOn);
        if (lot < 410 || notifiedOn.Day > today) return;
        request.Notify(law, notifiedOn);
        if (request.Decision!.Outcome == DecisionOutcome.Grant && readyOn.Day <= today) request.CardIsReady(readyOn);
    }

    private static Moment Later(Moment moment, int days) => new(moment.At.AddDays(days), moment.Day.AddDays(days));

    private static Moment At(DateOnly day, int i)
    {
        var at = new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero).AddSeconds(i % 30_000);
        return new(at, at.DayIn(CivilTime.Paris));
    }
}
