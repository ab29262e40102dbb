using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.StartDraft;

/// <summary>Begins a request, or goes on with the one that was begun.</summary>
internal sealed class StartDraft(ApplicationsDb db, DraftDoor door, IProcedures law, TimeProvider clock) : IUseCase<StartDraft.Request, Guid>
{
    private static readonly string[] AtACounter = ["counter", "welcomePoint", "post", "phone"];

    /// <param name="For">The person, when somebody files for them; null for one who is not known yet.</param>
    /// <param name="Channel">How the request came to whoever files it for the person.</param>
    /// <param name="ReceivedOn">Day of receipt of a request on paper.</param>
    public sealed record Request(string Procedure, string? Kind = null, string? Ground = null, Guid? For = null, string? Channel = null, DateOnly? ReceivedOn = null);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var account = door.Visitor.AccountId ?? throw new NotFound("ce compte");
        var person = await PersonOf(request, ct);
        var now = clock.GetUtcNow();
        var (procedure, kind, ground) = Asked.Of(law, request.Procedure, request.Kind, request.Ground, person?.Held, clock.Today(CivilTime.Paris));
        var open = await db.Drafts.Where(d => d.FiledAt == null && d.Procedure == procedure.Code && d.Kind == kind && (person == null ? d.Account == account && d.PersonId == null : d.PersonId == person.Id))
            .OrderBy(d => d.Id).ToListAsync(ct);
        // At a counter one stranger follows another: each begins anew. What somebody writes alone is not shown there.
        if (open.Find(d => d.Ground == ground && (!door.IsHelper || (person is not null && (d.Assistance is not null || d.Account == account)))) is { } begun) return begun.Id;
        var draft = FilingDraft.Begin(account, person?.Id, procedure.Code, kind, ground, Help(request, account), now);
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }

    private async Task<Person?> PersonOf(Request request, CancellationToken ct)
    {
        if (door.IsHelper) return request.For is { } helped ? await door.Helped(helped, ct) : null;
        if (!door.Visitor.Is(Role.Applicant) || (request.For is not null && request.For != door.Visitor.PersonId)) throw new NotFound("cette personne");
        return door.Visitor.PersonId is { } own ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == own, ct) : null;
    }

    private Assistance? Help(Request request, Guid account)
    {
        if (!door.IsHelper) return null;
        var channel = request.Channel ?? (door.Visitor.Is(Role.WelcomePoint) ? "welcomePoint" : "counter");
        if (!AtACounter.Contains(channel)) throw new RuleBroken("applications.unknown-channel", $"« {channel} » n'est pas un canal d'aide : {string.Join(", ", AtACounter)}.");
        if (request.ReceivedOn > clock.Today(CivilTime.Paris)) throw new RuleBroken("applications.received-tomorrow", $"Le jour de réception ({request.ReceivedOn:dd/MM/yyyy}) est à venir.");
        return new(account, door.Visitor.Name, channel, ReceivedOn: request.ReceivedOn);
    }
}
