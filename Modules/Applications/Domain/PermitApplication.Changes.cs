using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Days during which a withdrawal can be taken back [D].</summary>
    public const int WithdrawalUndoDays = 7;

    /// <summary>Days after which a file offered to another prefecture is taken as accepted [D].</summary>
    private const int AcceptanceDays = 5;

    /// <summary>Same file under another procedure or ground: number, filing date, timeliness and legal dates stay.</summary>
    public void ChangeTo(Procedure procedure, string ground, IReadOnlyList<FileDocument> wanted, bool requalified, Person person, IProcedures law, Moment now)
    {
        EnsureOpen();
        var from = Procedure;
        (Procedure, ProcedureName, Title, Ground) = (procedure.Code, procedure.Name, procedure.Title, ground);
        var known = Documents.ToDictionary(d => d.Code);
        // A file that was complete stays so: what the new ground asks for in addition is asked, not held against it.
        Documents = [.. wanted.Select(d => known.TryGetValue(d.Code, out var held) ? held with { Indispensable = d.Indispensable && (CompleteSince is null || held.ReceivedOn is not null) }
                : d with { Indispensable = d.Indispensable && CompleteSince is null }),
            .. Documents.Where(d => wanted.All(w => w.Code != d.Code) && (d.ReceivedOn is not null || d.Versions.Count > 0)).Select(d => d with { Indispensable = false })];
        Requests = [.. Requests.Where(r => r.MetOn is not null || r.Documents.All(c => Documents.Any(d => d.Code == c)))];
        var (work, condition, legal) = (Work, WorkCondition, LegalCoverage);
        Entitle(person, person.FactsFor(Procedure, Kind, Ground, FiledOn!.Value, null, null), false, law);
        LegalCoverage = legal;
        if (work > Work && person.Held is { Work: true }) (Work, WorkCondition) = (work, condition);
        Note(now.At, requalified ? "requalified" : "groundChanged", $"{from} → {Procedure} {Ground}");
        if (requalified) Tell(new Requalified(PersonId, Id, Procedure, Ground, from));
        else Tell(new GroundChanged(PersonId, Id, Procedure, Ground, from));
        if (Restricted) person.Reach(person.Contact with { Safe = true }, "safeContact");
        CompleteWhenNothingIsMissing(now.Day, person, law, now.At);
    }

    /// <summary>New answers; every earlier version stays.</summary>
    /// <param name="set">The set of changes that they were sent in, if any.</param>
    public void Amend(IReadOnlyDictionary<string, string> fields, Moment now, Guid? set = null)
    {
        EnsureOpen();
        if (fields.Count == 0) throw new RuleBroken("applications.nothing-amended", "Dites ce qui change.");
        var answers = new Dictionary<string, string>(Answers[^1].Answers);
        foreach (var (field, answer) in fields) answers[field] = answer;
        Answers = [.. Answers, new(Answers.Count + 1, now.At, answers) { Set = set }];
        Note(now.At, "amended", string.Join(", ", fields.Keys));
        Tell(new ApplicationAmended(PersonId, Id, Answers[^1].Version, [.. fields.Keys]));
    }

    /// <summary>Something of the person's civil status was wrong; the file goes on under what is right.</summary>
    public void IdentityCorrected(string field, Moment now) => Note(now.At, "identityCorrected", field);

    public void Withdraw(Moment now)
    {
        if (IsDraft && Ending is null)
        {
            Ending = new("withdrawn", now.Day);
            Note(now.At, "draftDropped");
            return;
        }
        EnsureOpen();
        if (WithdrawalEffectiveOn is not null) return;
        WithdrawalEffectiveOn = now.Day.AddDays(WithdrawalUndoDays);
        Note(now.At, "withdrawalRequested");
        Tell(new WithdrawalRequested(PersonId, Id, WithdrawalEffectiveOn.Value));
    }

    public void UndoWithdrawal(Moment now)
    {
        EnsureOpen();
        if (WithdrawalEffectiveOn is null || WithdrawalEffectiveOn <= now.Day)
            throw new RuleBroken("applications.no-withdrawal", "Aucun désistement n'est en cours : il n'y a rien à reprendre.");
        WithdrawalEffectiveOn = null;
        Note(now.At, "withdrawalUndone");
        Tell(new WithdrawalUndone(PersonId, Id));
    }

    /// <summary>Offers the file to the prefecture of the new home; the old one is liable until it is accepted.</summary>
    public void OfferTo(string prefecture, Moment now)
    {
        EnsureOpen();
        Offer = prefecture == Prefecture ? null : new(prefecture, now.Day.AddDays(AcceptanceDays));
        if (Offer is null) return;
        Note(now.At, "transferOffered", prefecture);
        Tell(new TransferOffered(PersonId, Id, Prefecture, prefecture, Offer.AcceptedAtLatestOn));
    }

    public void Accept(string by, string zone, Person person, DateTimeOffset now)
    {
        if (Offer is null && Prefecture == by) return; // it was taken as accepted
        EnsureOpen();
        if (Offer?.To != by) throw new RuleBroken("applications.not-offered", $"La demande {Number} n'est pas proposée à la préfecture {by}.");
        Transfer(by, zone, person, now);
    }

    private void Transfer(string to, string zone, Person person, DateTimeOffset now)
    {
        var from = Prefecture;
        (Prefecture, Zone, Site, Offer) = (to, zone, null, null);
        Note(now, "transferred", $"{from} → {to}");
        Tell(new Transferred(PersonId, Id, from, to));
        person.MoveTo(to, zone);
    }

    public void CivilStatusArrived(bool definitive, Moment now)
    {
        EnsureOpen();
        if (definitive)
        {
            AwaitsCivilStatus = false;
            Documents = [.. Documents.Select(d => d is { MayFollow: true, ReceivedOn: null } ? d with { ReceivedOn = now.Day } : d)];
            MeetRequests(now.Day);
        }
        Note(now.At, "civilStatus");
        Tell(new CivilStatusReceived(PersonId, Id, definitive));
    }

    /// <summary>Ends a request without a decision, with its reason.</summary>
    public void Close(string reason, Moment now)
    {
        if (IsDraft)
        {
            Ending ??= new(reason, now.Day);
            return;
        }
        EnsureOpen();
        Ending = new(reason, now.Day);
        Note(now.At, "closed", reason);
        Tell(new Closed(PersonId, Id, reason, now.Day));
    }
}
