using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FollowApplication;

/// <summary>One of the person's requests: where it stands, who acts, what comes, its days with the rule behind each, its documents.</summary>
internal sealed class FollowApplication(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, IEnumerable<IDelays> delays, Visitor visitor, TimeProvider clock)
    : IUseCase<FollowApplication.Request, FollowApplication.View>
{
    public sealed record Request(string Number);

    /// <param name="Open">It can be amended, completed, withdrawn.</param>
    /// <param name="Staged">Changes are prepared and not sent.</param>
    public sealed record View(Guid Id, Guid PersonId, string Number, string Procedure, string ProcedureName, string Kind, string Status, string Prefecture, string PrefectureName, string? Site, string Zone,
        DateOnly Today, bool Open, bool Staged, DateOnly? WithdrawnFrom, decimal? LateFee, DecisionOutcome? Outcome, IReadOnlyList<string> Reasons, IReadOnlyList<Step> Steps,
        IReadOnlyList<LegalDay> Days, IReadOnlyList<Wanted> Wanted, IReadOnlyList<FileDocument> Documents, IReadOnlyList<HistoryEntry> History, MeasuredDelay? Delay)
    {
        public string NameOf(string code) => Documents.FirstOrDefault(d => d.Code == code)?.Label ?? code;
    }

    /// <summary>A document that is awaited, by its name.</summary>
    /// <param name="Received">It was sent, and the whole request for documents is not yet met.</param>
    public sealed record Wanted(string Code, string Name, DateOnly? Due, bool Received);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var file = await db.Own(visitor, request.Number).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound("cette demande");
        var staged = file.Undecided && await db.Set<ChangeSet>().AnyAsync(c => c.ApplicationId == file.Id, ct);
        var today = clock.Today(file.Zone);
        var delay = file.Undecided && delays.FirstOrDefault() is { } measured ? await measured.Of(file.Procedure, file.Prefecture, ct) : null;
        var notified = file.Decision is { NotifiedOn: not null } decision ? decision : null;
        return new(file.Id, file.PersonId, file.Number, file.Procedure, file.ProcedureName, file.Kind, file.Status, file.Prefecture, prefectures.Find(file.Prefecture)?.Name ?? file.Prefecture, file.Site, file.Zone,
            today, file.Undecided, staged, file.Undecided ? file.WithdrawalEffectiveOn : null, file.LateFee, notified?.Outcome, notified?.Reasons ?? [], Steps.Of(file),
            LegalDays.Of(file), [.. Awaited(file, today)], [.. file.Documents.Select(d => d with { Label = DocumentNames.NameOf(file, d.Code, law, today) })], file.History, delay);
    }

    private IEnumerable<Wanted> Awaited(PermitApplication file, DateOnly today)
    {
        if (!file.Undecided) yield break;
        var asked = new HashSet<string>();
        foreach (var request in file.Requests.Where(r => r.MetOn is null))
            foreach (var code in request.Documents.Where(asked.Add))
                yield return new(code, DocumentNames.NameOf(file, code, law, today), request.Due, file.Documents.Any(d => d.Code == code && d.ReceivedOn >= request.AskedOn));
        foreach (var document in file.Documents.Where(d => d is { Indispensable: true, ReceivedOn: null, MayFollow: false } && asked.Add(d.Code)))
            yield return new(document.Code, DocumentNames.NameOf(file, document.Code, law, today), null, false);
    }
}
