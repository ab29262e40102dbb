using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.WriteNotice;

/// <summary>Writes what a prefecture adds to a procedure's page, in the place of what it said before.</summary>
internal sealed class WriteNotice(ProceduresDb db, IProcedures procedures, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : IUseCase<WriteNotice.Request, Guid>
{
    /// <param name="Procedure">Empty for every procedure.</param>
    public sealed record Request(string Prefecture, string Procedure, NoticeWords Words, DateOnly ExpiresOn);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var prefecture = prefectures.Find(request.Prefecture);
        if (prefecture is null || !visitor.Serves(prefecture.Code, Role.TeamManager)) throw new NotFound("cette préfecture");
        var today = clock.Today(prefecture.TimeZone);
        if (request.Procedure.Length > 0 && procedures.Find(request.Procedure, today) is null) throw new NotFound("cette démarche");
        var now = clock.GetUtcNow();
        var notice = LocalNotice.Write(prefecture.Code, request.Procedure, request.Words, request.ExpiresOn, today, (visitor.AccountId, visitor.Name), now);
        foreach (var earlier in await db.LocalNotices.Where(n => n.Prefecture == prefecture.Code && n.Procedure == request.Procedure && n.EndedAt == null).ToListAsync(ct))
            earlier.End(now);
        db.Add(notice);
        await db.SaveChangesAsync(ct);
        return notice.Id;
    }
}
