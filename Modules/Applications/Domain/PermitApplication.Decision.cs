using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Signs a decision; it ends nothing until it is notified. A later signature replaces one that was not.</summary>
    public void Sign(DecisionOutcome outcome, IReadOnlyList<string> reasons, bool removalOrder, Moment now)
    {
        EnsureOpen();
        if (outcome == DecisionOutcome.Grant && removalOrder)
            throw new RuleBroken("applications.contradiction", "Une décision favorable ne peut pas être assortie d'une obligation de quitter le territoire.");
        Decision = new(outcome, reasons, now.Day, removalOrder);
        Note(now.At, "decisionSigned");
        Tell(new DecisionSigned(PersonId, Id, outcome));
    }

    public void Notify(IProcedures law, Moment now)
    {
        if (Decision is not { } decision) throw new RuleBroken("applications.not-signed", "Aucune décision n'est signée : il n'y a rien à notifier.");
        EnsureOpen();
        var appeal = decision.Outcome == DecisionOutcome.Refuse ? law.AppealUntil(now.Day, decision.RemovalOrder) : null;
        if (appeal is not null) Cite("appeal", appeal.Rule);
        Decision = decision with { NotifiedOn = now.Day, AppealUntil = appeal?.On };
        // Neither a withdrawal that was not yet in effect nor an offer outlives the decision.
        (WithdrawalEffectiveOn, Offer) = (null, null);
        Note(now.At, "decisionNotified", decision.Outcome.Camel());
        Tell(new DecisionNotified(PersonId, Id, decision.Outcome, now.Day, decision.Reasons, appeal?.On));
    }

    public void SeizeCommission(Person person, FilingFacts facts, IProcedures law, Moment now)
    {
        EnsureOpen();
        if (CommissionSeizedOn is not null) return;
        var rule = law.CommissionReceiptOf(facts);
        (CommissionSeizedOn, CommissionMention) = (now.Day, rule.Mention);
        Cite("commission", rule.Rule);
        // The receipt of R.432-9 is due whatever the procedure.
        Provisional ??= Frozen(rule);
        if (person.Held is { Work: true }) Work = WorkRight.Yes;
        Note(now.At, "commissionSeized");
        Tell(new CommissionSeized(PersonId, Id, now.Day));
    }

    public void CardIsReady(Moment now)
    {
        EnsureGranted();
        if (CardReadyOn is not null) return;
        CardReadyOn = now.Day;
        Note(now.At, "cardReady");
        Tell(new CardReady(PersonId, Id, now.Day));
    }

    /// <summary>Hands the card over; the person then holds a new permit.</summary>
    public void HandOver(Person person, IProcedures law, Moment now)
    {
        EnsureGranted();
        HandedOverOn = now.Day;
        Note(now.At, "handedOver");
        Tell(new HandedOver(PersonId, Id, now.Day));
        if (Title == "same") person.DeclareLoss(lost: false);
        if (!Kinds.AsksForPermit(Kind, Title) || law.MonthsOf(Procedure, now.Day) is not (> 0 and { } months)) return;
        var from = person.Held?.ValidUntil.AddDays(1) is { } next && next > Decision!.NotifiedOn ? next : Decision!.NotifiedOn!.Value;
        person.Hold(new HeldDocument(Procedure, Ground, Title, null, from, from.AddMonths(months).AddDays(-1), Work == WorkRight.Yes), Kind == Kinds.Renewal);
    }

    private void EnsureGranted()
    {
        if (HandedOverOn is not null) throw new RuleBroken("applications.handed-over", $"La carte a déjà été remise le {HandedOverOn:dd/MM/yyyy}.");
        if (Status != "granted") throw new RuleBroken("applications.not-granted", "Aucune décision favorable n'est notifiée : il n'y a pas de carte à remettre.");
    }
}
