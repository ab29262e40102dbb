using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FileApplication;

/// <summary>Files a request, by whichever channel; too early, it is kept as a draft.</summary>
internal sealed class FileApplication(ApplicationsDb db, IProcedures law, JudgeWithAttempts judge, PrefectureCatalog prefectures, Local<ISiteRouting> sites, TimeProvider clock)
    : IUseCase<FileApplication.Request, FileApplication.Filed>
{
    private static readonly string[] Channels = ["online", "counter", "post", "phone", "welcomePoint", "partner"];

    public sealed record Request(Guid PersonId, string Procedure)
    {
        public string? Kind { get; init; }

        public string? Ground { get; init; }

        /// <summary>Codes of documents that are not there yet.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];

        public string Channel { get; init; } = "online";

        /// <summary>Day of receipt of a request that was not made online: it counts, not the day of typing.</summary>
        public DateOnly? ReceivedOn { get; init; }

        /// <summary>A draft kept earlier, to be filed now.</summary>
        public Guid? DraftId { get; init; }

        public DateOnly? MovedOn { get; init; }

        /// <summary>False when the person has not been told what filing late means.</summary>
        public bool LateAccepted { get; init; } = true;
    }

    public sealed record Filed(Guid ApplicationId, string Number, string Status, DateOnly? OpensOn);

    public async Task<Filed> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(request.PersonId, ct);
        if (person.Gone) throw new RuleBroken("applications.person-gone", person.DeceasedOn is not null
            ? "Cette personne est décédée : aucune demande ne peut être déposée pour elle." : "Cette personne est française : elle n'a plus de titre de séjour à demander.");
        var prefecture = prefectures.Of(person.Prefecture);
        if (prefecture.SetAside is { } reason)
            throw new RuleBroken("applications.prefecture-set-aside", $"La préfecture {prefecture.Name} ne peut pas recevoir de demande pour le moment ({reason}). Rien n'est perdu : réessayez plus tard ou déposez au guichet.");
        var now = Moment.In(prefecture.TimeZone, clock);
        var on = FiledOn(request, now);
        var (procedure, kind, ground) = Asked.Of(law, request.Procedure, request.Kind, request.Ground, person.Held, on);
        var facts = person.FactsFor(procedure.Code, kind, ground, on, request.ReceivedOn is null ? clock.Today(CivilTime.Paris) : on, request.MovedOn);
        var (judgement, spoilt) = await judge.Of(person, facts, now.At, ct);
        if (judgement.Timeliness == Timeliness.Late && !request.LateAccepted)
            throw new RuleBroken("applications.late-not-confirmed", "Cette demande est en retard : lisez ce que cela change, puis cochez la case pour la déposer quand même.");
        var pending = await db.Applications.Where(a => a.PersonId == person.Id).ToListAsync(ct);
        var application = Draft(request, pending) ?? PermitApplication.Draft(person, await db.FreeNumber(() => ApplicationNumber.Draw(person.Prefecture, now.Day.Year), ct));
        application.Ask(person, procedure, kind, ground, request.Channel, now);
        if (db.Entry(application).State == EntityState.Detached) db.Add(application);

        if (judgement.TooEarlyUntil is not null)
        {
            application.Keep(judgement, now);
            person.Plan(Rung.Ladder(person.Held, pending.Append(application).Where(a => a.IsDraft), prefecture.Code, prefecture.ReminderDays, law, now.Day));
        }
        else
        {
            Conflicts.Refuse(pending, procedure.Code, judgement.Kind);
            var documents = Checklist.Brought(Checklist.For(procedure.Code, judgement.Kind, prefecture, on, law), request.Missing, on);
            var address = person.Contact.Address;
            var site = sites.For(prefecture.Code).SiteFor(address?.Commune ?? "", address?.Postcode) ?? prefecture.Seat;
            if (spoilt is { } attempt) application.Excuse(attempt, now);
            application.File(person, facts, judgement, documents, new(site, prefecture.LegalCoverageListed), law, now);
            if (kind == Kinds.Duplicate && procedure.Title == "same") person.DeclareLoss(lost: true);
        }
        await db.SaveChangesAsync(ct);
        return new(application.Id, application.Number, application.Status, application.OpensOn);
    }

    private static DateOnly FiledOn(Request request, Moment now)
    {
        if (!Channels.Contains(request.Channel))
            throw new RuleBroken("applications.unknown-channel", $"« {request.Channel} » n'est pas un canal : {string.Join(", ", Channels)}.");
        if (request.ReceivedOn is not { } received) return now.Day;
        if (request.Channel == "online") throw new RuleBroken("applications.received-online", "Une demande en ligne compte de l'instant de son dépôt : elle n'a pas de jour de réception.");
        return received <= now.Day ? received : throw new RuleBroken("applications.received-tomorrow", $"Le jour de réception ({received:dd/MM/yyyy}) est à venir.");
    }

    private static PermitApplication? Draft(Request request, List<PermitApplication> pending) => request.DraftId is not { } id ? null
        : pending.SingleOrDefault(a => a.Id == id && a is { IsDraft: true, Ending: null }) ?? throw new NotFound("ce brouillon");
}
