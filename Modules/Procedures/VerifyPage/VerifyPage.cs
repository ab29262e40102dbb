using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.VerifyPage;

/// <summary>Notes that somebody has read a procedure's page and found it right: a manager for their prefecture, the ministry for the country.</summary>
internal sealed class VerifyPage(ProceduresDb db, IProcedures procedures, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : IUseCase<VerifyPage.Request, Done>
{
    /// <param name="Prefecture">Empty for the national page.</param>
    public sealed record Request(string Prefecture, string Procedure);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (!May(request.Prefecture)) throw new NotFound("cette page");
        var today = clock.Today(prefectures.Find(request.Prefecture)?.TimeZone ?? CivilTime.Paris);
        if (procedures.Find(request.Procedure, today) is null) throw new NotFound("cette démarche");
        db.Add(new PageCheck { Prefecture = request.Prefecture, Procedure = request.Procedure, On = today, At = clock.GetUtcNow(), By = visitor.Name, Account = visitor.AccountId });
        await db.SaveChangesAsync(ct);
        return default;
    }

    private bool May(string prefecture) => prefecture.Length == 0
        ? visitor.Is(Role.Ministry)
        : prefectures.Find(prefecture) is not null && visitor.Serves(prefecture, Role.TeamManager);
}
