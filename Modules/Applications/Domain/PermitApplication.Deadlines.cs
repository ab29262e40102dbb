using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>Days that a card may wait at the counter before a manager is told [D].</summary>
    private const int CardWaitsAtMost = 60;

    private static readonly DateOnly Never = DateOnly.MaxValue;

    /// <summary>Does what has fallen due by that day; called again for the same day it does nothing.</summary>
    public void PassDeadlines(DateOnly today, Func<string, string> zoneOf, Person person, IProcedures law, DateTimeOffset now)
    {
        CountSuspensions(today);
        Refuse(today, law, now);
        if (Ending is null && WithdrawalEffectiveOn is { } effective && effective <= today)
        {
            Ending = new("withdrawn", effective);
            Note(now, "withdrawalEffective");
            Tell(new WithdrawalEffective(PersonId, Id, effective));
        }
        if (Undecided && Offer is { } offer && offer.AcceptedAtLatestOn <= today) Transfer(offer.To, zoneOf(offer.To), person, now);
        RemindOfDocuments(today);
        if (HandedOverOn is null && !CardAlerted && CardReadyOn?.AddDays(CardWaitsAtMost) <= today)
        {
            CardAlerted = true;
            Raise("cardWaiting", $"La carte attend depuis le {CardReadyOn:dd/MM/yyyy} : proposez un rendez-vous de remise.");
        }
    }

    /// <summary>Art. R.*432-1: silence becomes a refusal on its day, whenever the job runs. An incomplete file is never refused by silence.</summary>
    private void Refuse(DateOnly today, IProcedures law, DateTimeOffset now)
    {
        if (!SilenceRuns || ImplicitRefusalOn is not { } bornOn || bornOn > today || WithdrawalEffectiveOn <= bornOn || Suspended(today)) return;
        var appeal = law.AppealUntil(bornOn, withRemovalOrder: false);
        (ImplicitRefusalBornOn, AppealUntil) = (bornOn, appeal.On);
        Cite("appeal", appeal.Rule);
        Note(now, "implicitRefusal", $"{bornOn:yyyy-MM-dd}");
        Tell(new ImplicitRefusal(PersonId, Id, bornOn, appeal.On));
    }

    /// <summary>A signature ends nothing: to the person, who has been told nothing, the administration is silent.</summary>
    private bool SilenceRuns => Undecided && CompleteSince is not null && ImplicitRefusalBornOn is null;

    private bool Suspended(DateOnly today) => Requests.Any(r => r is { Suspends: true, MetOn: null, Counted: false } && r.Due >= today);

    private void RemindOfDocuments(DateOnly today)
    {
        foreach (var request in Requests.Where(r => r.RemindOn.Any(on => on <= today)).ToList())
        {
            Requests = [.. Requests.Select(r => r == request ? r with { RemindOn = [.. r.RemindOn.Where(on => on > today)] } : r)];
            if (Undecided && request.MetOn is null && request.Due >= today)
                Tell(new DocumentsDueSoon(PersonId, Id, request.Documents, request.Due.Value));
        }
    }

    /// <inheritdoc/>
    public override void Settle()
    {
        var next = new[]
        {
            SilenceRuns ? ImplicitRefusalOn : null,
            Requests.Where(r => r is { Suspends: true, Counted: false }).Min(r => r.Due?.AddDays(1)),
            Ending is null ? WithdrawalEffectiveOn : null,
            Undecided ? Offer?.AcceptedAtLatestOn : null,
            Undecided ? Requests.Where(r => r.MetOn is null).SelectMany(r => r.RemindOn).DefaultIfEmpty(Never).Min() : null,
            HandedOverOn is null && !CardAlerted ? CardReadyOn?.AddDays(CardWaitsAtMost) : null,
        }.Min();
        NextDeadlineOn = next == Never ? null : next;
        List();
    }
}
