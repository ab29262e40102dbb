using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.BulkActs;

/// <summary>Looks at the chosen files before anything is done to them: who is affected, who is left out and why.</summary>
internal sealed class PrepareBulk(ApplicationsDb db, FileDoor door, Visitor visitor, TimeProvider clock) : IUseCase<PrepareBulk.Request, Guid>
{
    public const int Most = 500;

    /// <param name="Documents">For <c>ask</c>, with <paramref name="Due"/> and <paramref name="Reason"/>.</param>
    public sealed record Request(string Act, IReadOnlyList<string> Numbers, IReadOnlyList<string> Documents, DateOnly? Due, string Reason);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        if (!BulkRules.Acts.ContainsKey(request.Act)) throw new RuleBroken("applications.unknown-act", "Choisissez ce qu'il faut faire des dossiers cochés.");
        var numbers = request.Numbers.Select(ApplicationNumber.Normalise).Distinct().ToList();
        if (numbers.Count is 0 or > Most) throw new RuleBroken("applications.bulk-size", $"Cochez de un à {Most} dossiers.");
        if (request is { Act: "ask", Documents.Count: 0 }) throw new RuleBroken("applications.nothing-asked", "Dites quels documents vous demandez.");
        if (request.Reason.Length > 1000) throw new RuleBroken("applications.reason-too-long", "La raison tient en 1000 caractères.");
        var run = new BulkRun
        {
            AccountId = visitor.AccountId ?? throw new NotFound("cet agent"), Name = visitor.Name, Grants = string.Join(',', visitor.Grants), Act = request.Act, Documents = request.Documents, Due = request.Due,
            Reason = request.Reason, PreparedAt = clock.GetUtcNow(),
        };
        db.Add(run);
        // What this officer may not open is not in the run at all, like a number that was never given.
        var files = await door.Visible(visitor).Where(a => numbers.Contains(a.Number)).ToListAsync(ct);
        foreach (var (file, position) in files.OrderBy(f => numbers.IndexOf(f.Number)).Select((file, position) => (file, position)))
        {
            var item = new BulkItem { RunId = run.Id, Position = position, Number = file.Number, FileVersion = file.Version };
            db.Add(BulkRules.WhyNot(run.Act, file, visitor) is { } why ? item.End(BulkState.LeftOut, why) : item);
        }
        await db.SaveChangesAsync(ct);
        return run.Id;
    }
}
