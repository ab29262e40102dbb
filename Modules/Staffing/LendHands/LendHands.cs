using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.LendHands;

/// <summary>A prefecture asks another to prepare files for it. Competence, clocks and signature stay where they are.</summary>
internal sealed class AskForHands(StaffingDb db, WorkDoor door, Visitor visitor, TimeProvider clock) : IUseCase<AskForHands.Request, Done>
{
    private const int LongestDays = 370;

    public sealed record Request(string Aided, string Helper, IReadOnlyList<string> Procedures, DateOnly? From, DateOnly? Until);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var aided = door.Choose(request.Aided, Role.TeamManager);
        var helper = door.Of([request.Helper]).FirstOrDefault() ?? throw new RuleBroken("staffing.unknown-helper", "Choisissez la préfecture dont vous demandez l'aide.");
        if (helper.Code == aided.Code) throw new RuleBroken("staffing.own-helper", "Une préfecture ne s'aide pas elle-même : choisissez-en une autre.");
        if (request.From is not { } from || request.Until is not { } until || until < from || until < clock.Today(CivilTime.Paris) || until.DayNumber - from.DayNumber > LongestDays)
            throw new RuleBroken("staffing.aid-days", "Dites du premier au dernier jour d'entraide, un an au plus, dont le dernier n'est pas passé.");
        db.Add(new AidAgreement { Aided = aided.Code, Helper = helper.Code, Procedures = request.Procedures, From = from, Until = until, AskedBy = visitor.Name });
        await db.SaveChangesAsync(ct);
        return default;
    }
}

/// <summary>A prefecture agrees to help, or either of the two ends it.</summary>
internal sealed class AnswerAid(StaffingDb db, Visitor visitor, TimeProvider clock) : IUseCase<AnswerAid.Request, Done>
{
    public sealed record Request(Guid AidId, bool Agree);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var aid = await db.Aid.SingleOrDefaultAsync(a => a.Id == request.AidId, ct) ?? throw new NotFound("cette entraide");
        var (helps, isHelped) = (visitor.Serves(aid.Helper, Role.TeamManager), visitor.Serves(aid.Aided, Role.TeamManager));
        if (!helps && !isHelped) throw new NotFound("cette entraide");
        if (request.Agree && !helps) throw new RuleBroken("staffing.aid-not-yours", "C'est à la préfecture qui aide d'accepter.");
        if (request.Agree) aid.AgreedBy ??= visitor.Name;
        else aid.Until = clock.Today(CivilTime.Paris).AddDays(-1);
        await db.SaveChangesAsync(ct);
        return default;
    }
}
