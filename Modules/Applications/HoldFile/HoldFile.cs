using Anef.Applications.Domain;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.HoldFile;

/// <summary>Puts a file under a legal hold, or keeps it there for longer. Whoever asks has opened the file.</summary>
internal sealed class HoldFile(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<HoldFile.Request, Done>
{
    /// <summary>Who may, and lifts it again.</summary>
    public static readonly Role[] Holders = [Role.Referent, Role.TeamManager];

    /// <summary>Months after which somebody looks again at the latest [D].</summary>
    private const int LongestMonths = 12;

    private static readonly string[] Kinds = ["appeal", "investigation", "request"];

    /// <param name="Kind"><c>appeal</c>, <c>investigation</c>, <c>request</c>; with the reason, that of the hold in force is kept.</param>
    public sealed record Request(Guid ApplicationId, string Kind, string Why, DateOnly ReviewOn);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (file, _) = await db.Application(request.ApplicationId, ct);
        EnsureMay(visitor, file);
        var now = Moment.In(file.Zone, clock);
        if (request.ReviewOn <= now.Day || request.ReviewOn > now.Day.AddMonths(LongestMonths))
            throw new RuleBroken("applications.hold-review", $"Choisissez le jour du réexamen, au plus tard le {now.Day.AddMonths(LongestMonths):dd/MM/yyyy} : un gel sans fin n'en est pas un.");
        var hold = await db.Holds().SingleOrDefaultAsync(h => h.ApplicationId == file.Id, ct);
        if (hold is null) db.Add(New(request, file, now.At));
        else hold.ReviewOn = request.ReviewOn;
        file.Held(request.ReviewOn, now);
        await db.SaveChangesAsync(ct);
        return new();
    }

    public static void EnsureMay(Visitor visitor, PermitApplication file)
    {
        if (!visitor.Serves(file.Prefecture, Holders)) throw new RuleBroken("applications.hold-rights", "Seul un référent ou un responsable d'équipe de la préfecture gèle la destruction d'un dossier, ou la reprend.");
    }

    private LegalHold New(Request request, PermitApplication file, DateTimeOffset now)
    {
        if (!Kinds.Contains(request.Kind)) throw new RuleBroken("applications.hold-kind", "Choisissez pourquoi rien ne doit être détruit : recours, enquête, ou demande de la personne.");
        var why = request.Why.Trim();
        if (why.Length is 0 or > LegalHold.Longest) throw new RuleBroken("applications.hold-why", $"Écrivez pourquoi, avec la référence du recours ou de l'enquête, en {LegalHold.Longest} caractères au plus.");
        return new() { ApplicationId = file.Id, PersonId = file.PersonId, Kind = request.Kind, Why = why, SetBy = visitor.AccountId ?? Guid.Empty, SetByName = visitor.Name, Since = now, ReviewOn = request.ReviewOn };
    }
}
