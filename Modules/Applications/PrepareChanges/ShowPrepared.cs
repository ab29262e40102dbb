using Anef.Applications.Domain;
using Anef.Applications.FollowApplication;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.PrepareChanges;

/// <summary>What can be changed in a request, and what is prepared, on whichever device it was.</summary>
internal sealed class ShowPrepared(ApplicationsDb db, IProcedures law, Visitor visitor, TimeProvider clock) : IUseCase<ShowPrepared.Request, ShowPrepared.View>
{
    public sealed record Request(string Number);

    /// <param name="Answers">By field: in force, and as prepared where it differs.</param>
    /// <param name="ChangedAt">Null when nothing is prepared.</param>
    public sealed record View(string Number, string ProcedureName, string Zone, IReadOnlyList<Answer> Answers, IReadOnlyList<Choice> Documents, IReadOnlyList<Staged> Prepared, DateTimeOffset? ChangedAt)
    {
        public bool Nothing => Prepared.Count == 0 && Answers.All(a => a.Prepared is null);
    }

    public sealed record Answer(string Field, string InForce, string? Prepared);

    public sealed record Choice(string Code, string Name, DateOnly? ReceivedOn);

    public sealed record Staged(string Code, string Name, StoredVersion File, bool Replaces);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var file = await db.Own(visitor, request.Number).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound("cette demande");
        file.EnsureOpen();
        var set = await db.OpenSet(file.Id, ct);
        var today = clock.Today(file.Zone);
        var inForce = file.Answers[^1].Answers;
        var staged = set?.Answers ?? new Dictionary<string, string>();
        return new(file.Number, file.ProcedureName, file.Zone,
            [.. inForce.Keys.Concat(Reach).Concat(staged.Keys).Distinct().Select(field => new Answer(field, inForce.GetValueOrDefault(field, ""), staged.GetValueOrDefault(field)))],
            [.. file.Documents.Select(d => new Choice(d.Code, DocumentNames.NameOf(file, d.Code, law, today), d.ReceivedOn))],
            [.. (set?.Documents ?? []).Select(d => new Staged(d.Code, DocumentNames.NameOf(file, d.Code, law, today), d.File, file.Documents.Any(k => k.Code == d.Code && k.ReceivedOn is not null)))],
            set is { IsEmpty: false } ? set.ChangedAt : null);
    }

    /// <summary>Always offered, answered or not.</summary>
    private static readonly string[] Reach = ["email", "phone", "address", "postcode", "commune"];
}
