using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.EndNotice;

/// <summary>Takes a local text off the pages before its last day.</summary>
internal sealed class EndNotice(ProceduresDb db, Visitor visitor, TimeProvider clock) : IUseCase<EndNotice.Request, Done>
{
    public sealed record Request(Guid Notice);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var notice = await db.LocalNotices.FindAsync([request.Notice], ct);
        if (notice is null || !visitor.Serves(notice.Prefecture, Role.TeamManager)) throw new NotFound("ce texte local");
        notice.End(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return default;
    }
}
