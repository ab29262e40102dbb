using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Rehearse;

/// <summary>Requests as a rehearsal writes them at its end.</summary>
internal sealed class StateAtTheEnd(ApplicationsDb db, IProcedures law, TimeProvider clock) : IRehearsalState
{
    public async Task Describe(RehearsalWorld world, CancellationToken ct)
    {
        foreach (var (name, id) in world.Applications)
        {
            var a = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
            var state = JsonSerializer.SerializeToNode(State(a), OutboxJson.Options)!.AsObject();
            if (!world.ApplicationStates.TryGetValue(name, out var existing)) world.ApplicationStates[name] = existing = [];
            foreach (var (field, value) in state) existing[field] = value?.DeepClone();
        }
    }

    private object State(PermitApplication a)
    {
        var today = clock.Today(a.Zone);
        var fee = law.FeeOf(a.Procedure, a.Kind, a.HandedOverOn ?? today);
        return new
        {
            a.Number,
            a.Status,
            a.Procedure,
            a.Ground,
            a.Prefecture,
            a.Site,
            a.Kind,
            a.FiledOn,
            a.OpensOn,
            Timeliness = a.IsDraft ? null : a.Timeliness.Camel(),
            a.CompleteSince,
            a.ImplicitRefusalOn,
            Decision = a.Decision is { } d ? new { Outcome = d.Outcome.Camel(), d.SignedOn, d.NotifiedOn, d.AppealUntil } : null,
            LateFee = a.LateFee is not null,
            a.CardDueOn,
            CardWaitingDays = a is { CardReadyOn: { } ready, HandedOverOn: null } ? today.DayNumber - ready.DayNumber : (int?)null,
            Fee = a.IsDraft ? null : new { fee.Amount, Rule = fee.Rule.Rule, fee.Rule.Version },
            Priority = a.Priority.ToString(),
            Versions = a.Answers.Count,
        };
    }
}
