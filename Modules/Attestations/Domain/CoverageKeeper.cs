using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>
/// Makes a person's documents what the facts say that they must be: issues what is due, ends what is over, sets when the next is due.
/// Called again on the same facts it does nothing: whatever is lost, late or told twice, the next look mends it.
/// </summary>
internal sealed class CoverageKeeper(PersonFacts person, PersonCoverage coverage, Ledger ledger, DateOnly today, int leadDays)
{
    /// <summary>The longest outage that is caught up in one look, in documents.</summary>
    private const int Most = 40;

    public void Keep()
    {
        foreach (var application in person.Applications)
        {
            Confirm(application);
            CoverByLaw(application);
        }
        foreach (var application in person.Applications.Where(a => a is { Decided: DecisionOutcome.Grant, Provisional: not null }))
            Grant(application, application.NotifiedOn!.Value);
        if (CoverageRules.Carrier(person) is { } carrier) Continue(carrier);
        else Halt();
    }

    /// <summary>Art. R.431-15-1 al. 1: the confirmation of filing, which proves nothing else.</summary>
    private void Confirm(ApplicationFacts application)
    {
        if (ledger.Of(application.ApplicationId).Any(a => a.Kind == AttestationKind.FilingConfirmation)) return;
        ledger.Issue(application, AttestationKind.FilingConfirmation, application.FiledOn, null,
            ledger.BasisOf(application, WorkRight.No, null, "R.431-15-1 al. 1"));
    }

    /// <summary>Art. L.433-3: told as soon as the request is filed, so that no incident of ours can hide it.</summary>
    private void CoverByLaw(ApplicationFacts application)
    {
        if (application is not { LegalCoverage: { } law, Undecided: true }) return;
        coverage.LawUntil = coverage.LawUntil > law.Until ? coverage.LawUntil : law.Until;
        if (ledger.Of(application.ApplicationId).Any(a => a.Kind == AttestationKind.LegalCoverage)) return;
        ledger.Issue(application, AttestationKind.LegalCoverage, law.From, law.Until,
            ledger.BasisOf(application, person.Held?.Work == true ? WorkRight.Yes : WorkRight.No, null, law.LegalBasis));
    }

    /// <summary>A favourable decision covers until the card is in hand; the documents that it finds end that day.</summary>
    private void Grant(ApplicationFacts application, DateOnly on)
    {
        var decision = ledger.Of(application.ApplicationId).FirstOrDefault(a => a.Kind == AttestationKind.FavourableDecision);
        if (decision is null)
        {
            var replaced = ledger.Chain.LastOrDefault(a => a.ValidFrom <= on && !(a.LastDay < on));
            decision = ledger.Issue(application, AttestationKind.FavourableDecision, on, null,
                ledger.BasisOf(application, application.Work, application.Provisional!.Mention, "R.431-15-1 al. 4"), supersedes: replaced?.Number);
            foreach (var document in ledger.Provisional) ledger.End(document, AttestationEnd.Superseded, on, "favourableDecision");
        }
        if (application.HandedOverOn is { } handedOverOn) ledger.End(decision, AttestationEnd.Superseded, handedOverOn, "handedOver");
    }

    /// <summary>
    /// Nothing is pending: the last refusal ends the documents the day after it is notified, the last withdrawal or closure on the day
    /// that it takes effect. While another request is pending they go on, whichever request they were issued for.
    /// </summary>
    private void Revoke()
    {
        var last = person.Applications.Where(a => a.Provisional is not null)
            .Select(a => a is { Decided: DecisionOutcome.Refuse, NotifiedOn: { } on } ? (On: on.AddDays(1), Reason: "refused")
                : (On: a.EndedOn ?? DateOnly.MinValue, Reason: a.EndReason ?? "closed"))
            .DefaultIfEmpty().MaxBy(end => end.On);
        if (last == default || last.On == DateOnly.MinValue) return;
        foreach (var document in ledger.Provisional) ledger.End(document, AttestationEnd.Revoked, last.On, last.Reason);
    }

    private void Continue(ApplicationFacts carrier)
    {
        var basis = ledger.BasisOf(carrier, CoverageRules.WorkOf(person), CoverageRules.MentionOf(person, carrier), CoverageRules.LegalBasisOf(carrier));
        coverage.State(basis, carrier.ApplicationId);
        if (carrier.CommissionSeizedOn is { } seizedOn && !ledger.Of(carrier.ApplicationId).Any(a => a.Kind == AttestationKind.CommissionReceipt))
            ledger.Issue(carrier, AttestationKind.CommissionReceipt, seizedOn, Term.Commission.Until(seizedOn), basis);
        if (ledger.OpenDecision is not null)
        {
            coverage.Stop(null);
            return;
        }
        var firstMissing = NextFrom(carrier);
        for (var count = 0; count < Most && Term.DueOn(NextFrom(carrier), leadDays) <= today; count++)
        {
            var from = NextFrom(carrier);
            var term = CoverageRules.TermOf(carrier, Documents(carrier));
            ledger.Issue(carrier, term.Kind, from, term.Until(from), basis);
        }
        TellGap(carrier, basis, firstMissing);
        var (index, next) = (Documents(carrier), NextFrom(carrier));
        coverage.Await(CoverageRules.TermOf(carrier, index), CoverageRules.TermOf(carrier, index + 1), next, leadDays, ledger.Before(next) is not null);
    }

    private int Documents(ApplicationFacts carrier) => ledger.Of(carrier.ApplicationId).Count(a => a.Kind is AttestationKind.Extension or AttestationKind.Receipt);

    private DateOnly NextFrom(ApplicationFacts carrier)
    {
        var owed = CoverageRules.OwedFrom(carrier);
        return ledger.LastDay is { } last && last.AddDays(1) > owed ? last.AddDays(1) : owed;
    }

    /// <summary>Days that passed before the document was issued: recorded, repaired by a statement, and somebody is told.</summary>
    private void TellGap(ApplicationFacts carrier, Basis basis, DateOnly from)
    {
        var yesterday = today.AddDays(-1);
        if (from > yesterday || !ledger.Issued.Exists(a => a.ValidFrom == from)) return;
        var uncovered = coverage.LawUntil >= from ? coverage.LawUntil.Value.AddDays(1) : from;
        if (uncovered <= yesterday)
        {
            ledger.Record(carrier.ApplicationId, uncovered, yesterday);
            ledger.Issue(carrier, AttestationKind.Continuity, uncovered, yesterday, basis);
        }
        ledger.Facts.Add(new TaskRaised(person.PersonId, carrier.ApplicationId, "coverageRisk", carrier.Prefecture,
            $"Document délivré en retard : il aurait dû l'être avant le {from:dd/MM/yyyy}. Prévenez la personne et, si besoin, son employeur."));
    }

    /// <summary>Nobody is owed a document: whoever has something pending is warned, once, of the day after which nothing covers them.</summary>
    private void Halt()
    {
        var pending = person.Applications.FirstOrDefault(a => a is { Undecided: true, Provisional: not null });
        coverage.Stop(null);
        if (pending is null) Revoke();
        if (pending is null || ledger.OpenDecision is not null) return;
        (coverage.IssuedBy, coverage.ApplicationId) = (pending.Prefecture, pending.ApplicationId);
        var last = ledger.LastDay is { } day && !(coverage.LawUntil > day) ? day : coverage.LawUntil;
        if (last is not { } until) return;
        var reason = pending.CoveredByTimeliness ? "incomplete" : "late";
        var warnOn = reason == "late" ? today : until.AddDays(-leadDays);
        if (today < warnOn) coverage.Stop(warnOn);
        else if (coverage.Warned != $"{pending.Number} {reason}")
        {
            coverage.Warned = $"{pending.Number} {reason}";
            ledger.Facts.Add(new CoverageEnding(person.PersonId, pending.ApplicationId, until, reason, reason == "late"
                ? "La demande a été déposée après la fin du délai : aucune attestation de prolongation n'est due de plein droit."
                : "Il manque un document indispensable : l'attestation de prolongation sera délivrée dès sa réception."));
        }
    }
}
