using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.SharedKernel.Calendar;

namespace Anef.Staffing.Domain;

/// <summary>What the read model must hold of a request, from the facts of the others and nothing else: by events or made anew, it is the same.</summary>
internal static class WorkRows
{
    /// <summary>Writes what the others know onto the file; what is Staffing's own (whose it is) stays.</summary>
    public static void Follow(WorkFile file, RequestWork r, CoverageSummary coverage)
    {
        (file.Number, file.Prefecture, file.Site, file.Zone) = (r.Number, r.Prefecture, r.Site, r.Zone);
        (file.Procedure, file.Kind, file.Channel, file.Language, file.Restricted, file.FiledAt) = (r.Procedure, r.Kind, r.Channel, r.Language, r.Restricted, r.FiledAt);
        (file.InDanger, file.Beneficiary, file.AtWork, file.OfferedTo) = (r.InDanger, r.Beneficiary, r.AtWork, r.OfferedTo);
        file.TransferredIn = r.Passages.Any(p => p.By == "transferred");
        file.Step = StepOf(r);
        file.Open = file.Step != Step.Over;
        file.SinceDay = (r.CompleteSince ?? r.FiledOn).DayNumber;
        var undecided = file.Open && r.NotifiedOn is null;
        file.CoverEndDay = undecided ? CoverEnd(r, coverage)?.DayNumber : null;
        file.LegalDay = !file.Open ? null : new[] { undecided && r.CompleteSince is not null ? r.ImplicitRefusalOn?.DayNumber : null, r.HandedOverOn is null ? r.CardDueOn?.DayNumber : null }.Min();
        if (!file.Open) file.AssignedTo = null;
    }

    /// <summary>The stays of a request, one after the other without a hole.</summary>
    public static IReadOnlyList<Stay> Stays(RequestWork r, Guid? officer)
    {
        var end = End(r);
        return [.. r.Passages.Select((passage, i) =>
        {
            var next = i + 1 < r.Passages.Count ? r.Passages[i + 1] : null;
            var (until, by) = next is null ? end : (next.From, next.By == "transferred" ? Exit.TransferredOut : Exit.RequalifiedOut);
            return new Stay
            {
                ApplicationId = r.ApplicationId,
                Sequence = i,
                Prefecture = passage.Prefecture,
                Site = next is null ? r.Site : null,
                Procedure = passage.Procedure,
                Kind = r.Kind,
                Channel = r.Channel,
                Restricted = r.Restricted,
                FromDay = passage.From.DayNumber,
                FromBy = passage.By switch { "transferred" => Entry.TransferredIn, "requalified" => Entry.RequalifiedIn, _ => Entry.Filed },
                UntilDay = until is { } day ? Math.Max(day.DayNumber, passage.From.DayNumber) : null,
                UntilBy = by,
                FiledDay = r.FiledOn.DayNumber,
                CompleteDay = r.CompleteSince?.DayNumber,
                DecisionDays = next is null && by is Exit.Granted or Exit.Refused ? r.InstructionDays : null,
                OfficerSeconds = next is null && by is Exit.Granted or Exit.Refused ? r.OfficerSeconds : null,
                CompletenessDays = i == 0 && r.CompleteSince is { } complete ? Math.Max(0, complete.DayNumber - r.FiledOn.DayNumber) : null,
                DocumentRequests = next is null ? r.DocumentRequests : 0,
                SilenceDay = r.ImplicitRefusalBornOn is { } born && born >= passage.From && (next is null || born < next.From) ? born.DayNumber : null,
                Officer = next is null && by is not null ? officer : null,
            };
        })];
    }

    /// <summary>What was issued, counted where the request was that day.</summary>
    /// <param name="issued">In order of issue: a document is a renewal when it follows one of those before it without a break.</param>
    public static IEnumerable<CountedAttestation> Attestations(PersonWork work, IEnumerable<IssuedFacts> issued)
    {
        var ends = new HashSet<DateOnly>();
        foreach (var document in issued)
        {
            var renewal = document.Kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt && ends.Contains(document.ValidFrom.AddDays(-1));
            if (document is { Kind: not AttestationKind.FilingConfirmation, ValidUntil: { } until }) ends.Add(until);
            if (PlaceOf(work, document.ApplicationId, document.IssuedOn) is not { } place) continue;
            yield return new()
            {
                Number = document.Number, PersonId = work.PersonId, ApplicationId = document.ApplicationId, Prefecture = place.Prefecture, Procedure = place.Procedure,
                Kind = $"{document.Kind}", Renewal = renewal, Day = document.IssuedOn.DayNumber,
            };
        }
    }

    /// <summary>Days without a document, where the request was on the first of them.</summary>
    public static IEnumerable<CountedGap> Gaps(PersonWork work, IEnumerable<GapFacts> gaps)
    {
        foreach (var gap in gaps)
            if (PlaceOf(work, gap.ApplicationId, gap.From) is { } place)
                yield return new() { PersonId = work.PersonId, ApplicationId = gap.ApplicationId, Prefecture = place.Prefecture, Procedure = place.Procedure, FromDay = gap.From.DayNumber, ToDay = gap.To.DayNumber };
    }

    /// <summary>The permit that will end; null when none is held.</summary>
    public static HeldPermit? Permit(PersonWork work) => work.Held is not { } held ? null : new()
    {
        PersonId = work.PersonId, Prefecture = work.Prefecture, Procedure = held.Procedure, UntilDay = held.ValidUntil.DayNumber,
        Asked = work.Requests.Any(r => r is { Kind: "renewal", EndedOn: null } && r.FiledOn > held.ValidFrom),
    };

    /// <summary>A situation of a partner, with its days.</summary>
    public static PartnerDeadline Deadline(PartnerCaseFacts s) => new()
    {
        Id = s.CaseId, ApplicationId = s.ApplicationId, Prefecture = s.Prefecture, OpenedDay = s.OpenedAt.DayIn(CivilTime.Paris).DayNumber, DueDay = s.DueOn.DayNumber,
        AnsweredDay = s.AnsweredAt?.DayIn(CivilTime.Paris).DayNumber,
    };

    private static Passage? PlaceOf(PersonWork work, Guid application, DateOnly on) => work.Requests.FirstOrDefault(r => r.ApplicationId == application)?.PlaceOn(on);

    private static (DateOnly? Until, Exit? By) End(RequestWork r) => (r.NotifiedOn, r.EndedOn) switch
    {
        (null, null) => (null, null),
        ({ } notified, var ended) when !(ended < notified) => (notified, r.Outcome == DecisionOutcome.Refuse ? Exit.Refused : Exit.Granted),
        (_, var ended) => (ended, r.EndReason == "withdrawn" ? Exit.Withdrawn : Exit.Closed),
    };

    private static Step StepOf(RequestWork r) => r.Status switch
    {
        "toBeChecked" => Step.ToCheck,
        "complete" => Step.ToDecide,
        "signed" => Step.ToNotify,
        "granted" => Step.ToHandOver,
        "waitingForDocuments" => Step.WaitingForPerson,
        "waitingForCivilStatus" => Step.WaitingForOther,
        _ => Step.Over,
    };

    /// <summary>Null while documents follow each other by themselves, while one is open, and for whoever had no right to lose.</summary>
    private static DateOnly? CoverEnd(RequestWork r, CoverageSummary coverage)
    {
        if (coverage.GoesOn || (coverage.Number is not null && coverage.Until is null)) return null;
        return new[] { coverage.Until, coverage.LawUntil, r.LawUntil, r.HeldUntil }.Max();
    }
}
