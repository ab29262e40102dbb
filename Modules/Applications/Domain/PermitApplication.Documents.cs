using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Asks for documents.</summary>
    /// <param name="checkBy">Day after which a complete file counts as checked; null when it does at once.</param>
    /// <param name="reminderDays">Days before the due date on which the person is reminded.</param>
    public void AskFor(IReadOnlyList<string> codes, DateOnly? due, DateOnly? checkBy, IReadOnlyList<int> reminderDays, Moment now, string reason = "")
    {
        EnsureOpen();
        if (codes.Count == 0) throw new RuleBroken("applications.nothing-asked", "Dites quels documents vous demandez.");
        if (due < now.Day) throw new RuleBroken("applications.due-in-the-past", $"L'échéance du {due:dd/MM/yyyy} est déjà passée : choisissez une date à venir.");
        foreach (var code in codes.Where(code => Documents.All(d => d.Code != code)))
            Documents = [.. Documents, new FileDocument(code, code, Indispensable: false)];
        // Delivery of a document, like the officer's confirmation or a silence that became a refusal, presumes completeness: nothing asked later moves a legal date.
        var presumed = CompleteSince is not null && (ConfirmedOn is not null || ImplicitRefusalBornOn is not null || checkBy is null || now.Day >= checkBy);
        var wasComplete = CompleteSince is not null;
        if (!presumed) TakeBack(codes);
        var suspends = wasComplete && !presumed && CompleteSince is not null && due is not null && Documents.Any(d => codes.Contains(d.Code) && !d.MayFollow);
        Requests = [.. Requests, new DocumentRequest(codes, now.Day, due, suspends)
        {
            Reason = reason,
            RemindOn = due is { } day ? [.. reminderDays.Select(before => day.AddDays(-before)).Where(on => on > now.Day).Order()] : [],
        }];
        Note(now.At, "documentsRequested", string.Join(", ", codes));
        Tell(new DocumentsRequested(PersonId, Id, codes, due, Requests.Count));
    }

    /// <summary>Receives documents.</summary>
    public void Receive(IReadOnlyList<string> codes, DateOnly day, Person person, IProcedures law, Moment now)
    {
        EnsureOpen();
        if (codes.Count == 0) throw new RuleBroken("applications.nothing-supplied", "Aucun document n'a été joint.");
        foreach (var code in codes.Where(code => Documents.All(d => d.Code != code)))
            Documents = [.. Documents, new FileDocument(code, code, Indispensable: false)];
        Documents = [.. Documents.Select(d => codes.Contains(d.Code) ? d with { ReceivedOn = day } : d)];
        if (AwaitsCivilStatus && !Documents.Any(d => d is { MayFollow: true, ReceivedOn: null })) AwaitsCivilStatus = false;
        MeetRequests(day);
        CountSuspensions(day);
        Note(now.At, "documentsSupplied", string.Join(", ", codes));
        Tell(new DocumentsSupplied(PersonId, Id, codes));
        CompleteWhenNothingIsMissing(day, person, law, now.At);
    }

    /// <summary>Keeps a file of a document; every earlier version stays.</summary>
    public void Attach(string code, StoredVersion version)
    {
        EnsureOpen();
        if (Documents.All(d => d.Code != code)) Documents = [.. Documents, new FileDocument(code, code, Indispensable: false)];
        Documents = [.. Documents.Select(d => d.Code == code ? d with { Versions = [.. d.Versions, version] } : d)];
    }

    /// <summary>An officer confirms; the date stays that of the last indispensable document.</summary>
    public void Confirm(Moment now)
    {
        EnsureOpen();
        if (CompleteSince is not { } since)
            throw new RuleBroken("applications.incomplete", $"Il manque : {string.Join(", ", Documents.Where(d => d is { Indispensable: true, ReceivedOn: null }).Select(d => d.Label))}.");
        if (ConfirmedOn is not null) return;
        ConfirmedOn = now.Day;
        Note(now.At, "completenessConfirmed");
        Tell(new CompletenessConfirmed(PersonId, Id, since));
    }

    private void MeetRequests(DateOnly day) => Requests =
        [.. Requests.Select(r => r.MetOn is null && r.Documents.All(c => Documents.Any(d => d.Code == c && d.ReceivedOn >= r.AskedOn)) ? r with { MetOn = day } : r)];

    private void TakeBack(IReadOnlyList<string> codes)
    {
        if (!Documents.Any(d => d.Indispensable && codes.Contains(d.Code) && d.ReceivedOn is not null)) return;
        Documents = [.. Documents.Select(d => d.Indispensable && codes.Contains(d.Code) ? d with { ReceivedOn = null } : d)];
        (CompleteSince, ImplicitRefusalOn) = (null, null);
    }

    private void CompleteWhenNothingIsMissing(DateOnly day, Person person, IProcedures law, DateTimeOffset now)
    {
        if (CompleteSince is not null || MissesIndispensable) return;
        // Papers are typed in any order: the last that came counts, and none before the filing.
        var since = Documents.Where(d => d is { Indispensable: true, ReceivedOn: not null }).Select(d => d.ReceivedOn!.Value).Append(day).Append(FiledOn!.Value).Max();
        JudgeAgain(since, person, law);
        CompleteSince = since;
        if (law.SilenceOf(Procedure, Kind, since) is { } silence)
        {
            ImplicitRefusalOn = silence.On.AddDays(DaysStoodStill());
            Cite("silence", silence.Rule);
        }
        Note(now, "fileComplete", $"{CompleteSince:yyyy-MM-dd}");
        Tell(new ApplicationComplete(PersonId, Id, since, ImplicitRefusalOn));
    }

    /// <summary>A set deadline was missed and the window is over: the request is late after all.</summary>
    private void JudgeAgain(DateOnly day, Person person, IProcedures law)
    {
        if (Timeliness != Timeliness.InTime || !(WindowCloses < day) || !Requests.Any(Missed)) return;
        var judgement = law.Judge(person.FactsFor(Procedure, Kind, Ground, day, day, null));
        (Timeliness, LateFee) = (Timeliness.Late, judgement.LateFee?.Amount);
        RaiseLateTasks();

        bool Missed(DocumentRequest r) => r.Due < (r.MetOn ?? day) && Documents.Any(d => d.Indispensable && r.Documents.Contains(d.Code));
    }

    /// <summary>Adds the days during which the clock stood still.</summary>
    private void CountSuspensions(DateOnly today)
    {
        var before = DaysStoodStill();
        Requests = [.. Requests.Select(r => r is { Suspends: true, Counted: false } && (r.MetOn is not null || r.Due < today) ? r with { Counted = true } : r)];
        ImplicitRefusalOn = ImplicitRefusalOn?.AddDays(DaysStoodStill() - before);
    }

    /// <summary>Days since completeness on which a counted request stopped the clock; several at once stop it once.</summary>
    private int DaysStoodStill() => Requests.Where(r => r is { Suspends: true, Counted: true }).SelectMany(r =>
    {
        var end = r.MetOn is { } met && !(r.Due < met) ? met : r.Due!.Value;
        return Enumerable.Range(r.AskedOn.DayNumber, Math.Max(0, end.DayNumber - r.AskedOn.DayNumber));
    }).Where(day => day >= CompleteSince?.DayNumber).Distinct().Count();
}
