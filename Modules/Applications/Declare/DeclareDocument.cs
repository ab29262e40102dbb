using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Declare;

/// <summary>The person says which document they hold, or that they never received one; an officer compares it with the register.</summary>
internal sealed class DeclareDocument(ApplicationsDb db, IProcedures law, Visitor visitor, TimeProvider clock) : IUseCase<DeclareDocument.Request, Guid>
{
    /// <param name="NeverReceived">The document that the register says handed over: nothing else is then asked.</param>
    public sealed record Request(string? Procedure, string? Number, DateOnly? ValidFrom, DateOnly? ValidUntil, bool NeverReceived = false);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(visitor.OwnId(), ct);
        var now = Moment.In(person.Zone, clock);
        var kind = request.NeverReceived ? Declaration.NeverReceived : Declaration.Held;
        // A double click, a second tab: the same declaration waits already.
        if (await db.Set<Declaration>().FirstOrDefaultAsync(d => d.PersonId == person.Id && d.Kind == kind && d.AnsweredAt == null, ct) is { } waiting) return waiting.Id;
        var declaration = Declaration.Make(person, kind, request.NeverReceived ? null : Permit(request, now.Day), now);
        db.Add(declaration);
        await db.SaveChangesAsync(ct);
        return declaration.Id;
    }

    private HeldDocument Permit(Request request, DateOnly today)
    {
        if (law.Find(request.Procedure ?? "", today) is not { } procedure) throw new RuleBroken("applications.unknown-procedure", "Choisissez le type de titre dans la liste.");
        if (request is not { ValidFrom: { } from, ValidUntil: { } until }) throw new RuleBroken("applications.permit-dates-missing", "Écrivez le premier et le dernier jour qui sont sur le titre.");
        if (until < from) throw new RuleBroken("applications.permit-dates", $"Le titre finit le {until:dd/MM/yyyy}, avant son premier jour, le {from:dd/MM/yyyy}.");
        // What is written in good faith gives no right to work before somebody has seen the card.
        return new HeldDocument(procedure.Code, null, procedure.Title, request.Number?.Trim(), from, until, Work: false) { HandedOver = false };
    }
}
