using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.FileForPerson;

/// <summary>An agent files for a person at a counter, with their consent: the same request as any other, dated by the day of receipt.</summary>
internal sealed class FileForPerson(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, FileDoor door, Visitor visitor, TimeProvider clock,
    IUseCase<FileApplication.FileApplication.Request, FileApplication.FileApplication.Filed> file) : IUseCase<FileForPerson.Request, FileApplication.FileApplication.Filed>
{
    public static readonly IReadOnlyDictionary<string, string> Consents = new Dictionary<string, string>
    {
        ["signed"] = "écrit, signé sur place", ["oral"] = "oral, recueilli en présence de la personne", ["mandate"] = "mandat écrit remis à l'agent",
    };

    /// <param name="Brought">Codes of the documents that the agent holds in hand.</param>
    /// <param name="Consent">How the person agreed: a code of <see cref="Consents"/>.</param>
    public sealed record Request(Guid PersonId, string Procedure, string? Kind, string? Ground, DateOnly? ReceivedOn, IReadOnlyList<string> Brought, string? Consent);

    public async Task<FileApplication.FileApplication.Filed> Handle(Request request, CancellationToken ct)
    {
        if (request.Consent is null || !Consents.ContainsKey(request.Consent))
            throw new RuleBroken("applications.no-consent", "Dites comment la personne a consenti à ce que vous déposiez pour elle : sans son accord, rien n'est déposé.");
        var person = await db.Person(request.PersonId, ct);
        if (!visitor.Serves(person.Prefecture, FindPerson.Counter)) throw new NotFound("cette personne");
        var channel = visitor.Serves(person.Prefecture, Role.WelcomePoint) ? "welcomePoint" : "counter";
        var asked = law.Find(request.Procedure, clock.Today(person.Zone)) ?? throw new RuleBroken("applications.unknown-procedure", "Choisissez la démarche.");
        var kind = request.Kind ?? asked.Kinds[0];
        var list = Checklist.For(asked.Code, kind, prefectures.Of(person.Prefecture), request.ReceivedOn ?? clock.Today(person.Zone), law);
        // Saved with the filing itself: no request without its consent.
        db.Add(new Consent { PersonId = person.Id, Procedure = asked.Code, AccountId = visitor.AccountId!.Value, Agent = visitor.Name, At = clock.GetUtcNow(), How = request.Consent });
        var filed = await file.Handle(new(person.Id, asked.Code)
        {
            Kind = kind, Ground = string.IsNullOrWhiteSpace(request.Ground) ? null : request.Ground, Channel = channel, ReceivedOn = request.ReceivedOn,
            Missing = [.. list.Select(d => d.Code).Except(request.Brought)],
        }, ct);
        if (filed.OpensOn is null) await door.TryOpen(visitor, filed.ApplicationId, Sight.Status, "intake", ct);
        return filed;
    }
}
