using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Benchmarks.Pages;

/// <summary>A country of requests: people, their files at every step, attestations, messages, readings, and the words they are found by.</summary>
internal static class Country
{
    /// <summary>One file in eight is here: the longest list that an officer has.</summary>
    public const string Largest = "93";
    private const int Chunk = 10_000;

    public static async Task Settle(IServiceProvider services, DateOnly today, int requests)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, documents) = (scope.ServiceProvider.GetRequiredService<ApplicationsDb>(), scope.ServiceProvider.GetRequiredService<AttestationsDb>());
        if (await db.Applications.AnyAsync()) return;
        var filed = new Filed(scope.ServiceProvider.GetRequiredService<IProcedures>(), today);
        var prefectures = services.GetRequiredService<PrefectureCatalog>().All.Where(p => p.SetAside is null).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        var largest = prefectures.Single(p => p.Code == Largest);
        for (var done = 0; done < requests; done += Chunk)
        {
            var chunk = Enumerable.Range(done, Math.Min(Chunk, requests - done)).Select(i => Resident(filed, i, Lot.Draw(i, 5, 8) == 0 ? largest : prefectures[Lot.Draw(i, 6, prefectures.Count)])).ToList();
            await Write(db, chunk);
            await Write(documents, chunk, today);
        }
        // What was written before the last days has been read.
        var lately = new DateTimeOffset(today.AddDays(-3), TimeOnly.MinValue, TimeSpan.Zero);
        await db.Set<FileMessage>().Where(m => m.At < lately).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, m => m.At));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static (Person Person, PermitApplication File) Resident(Filed filed, int i, Prefecture prefecture)
    {
        var person = filed.Person(i, prefecture);
        var file = filed.Request(i, person, prefecture);
        person.Settle();
        person.TakeFacts();
        return (person, file);
    }

    private static async Task Write(ApplicationsDb db, List<(Person Person, PermitApplication File)> chunk)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BulkInsert(chunk.ConvertAll(c => c.Person), default);
        await db.BulkInsert(chunk.ConvertAll(c => c.File), default);
        await db.BulkInsert(chunk.SelectMany(c => c.Person.Words.Select(word => new PersonWord(c.Person.Id, c.Person.Prefecture, word))).ToList(), default);
        await db.BulkInsert(chunk.Where((_, i) => i % 3 == 0).SelectMany(c => Messages(c.File)).ToList(), default);
        await db.BulkInsert(chunk.Where((_, i) => i % 2 == 0).SelectMany(c => Readings(c.File)).ToList(), default);
        await transaction.CommitAsync();
    }

    private static async Task Write(AttestationsDb db, List<(Person Person, PermitApplication File)> chunk, DateOnly today)
    {
        var covered = chunk.Where(c => c.File.Undecided).Select(c => Documents(c.Person, c.File, today)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BulkInsert(covered.ConvertAll(c => c.Basis), default);
        await db.BulkInsert(covered.SelectMany(c => c.Issued).ToList(), default);
        await db.BulkInsert(covered.ConvertAll(c => c.Coverage), default);
        await transaction.CommitAsync();
    }

    private static IEnumerable<FileMessage> Messages(PermitApplication file) =>
    [
        new() { ApplicationId = file.Id, PersonId = file.PersonId, Author = "Awa Diallo", Text = "Bonjour, mon nouvel employeur demande quand la carte sera prête. Merci.", At = file.FiledAt!.Value.AddDays(3) },
        new() { ApplicationId = file.Id, PersonId = file.PersonId, FromOfficer = true, Author = "Agent", AuthorAccount = file.Id, Text = "Bonjour, votre dossier est en cours d'instruction.", At = file.FiledAt!.Value.AddDays(4) },
    ];

    private static IEnumerable<FileReading> Readings(PermitApplication file) => new[] { "file", "confirm", "document JUSTIF" }.Select((what, i) => new FileReading
    {
        ApplicationId = file.Id, PersonId = file.PersonId, AccountId = file.PersonId, Name = "Agent", Role = Role.CaseOfficer, At = file.FiledAt!.Value.AddDays(5 + i), What = what, Prefecture = file.Prefecture,
    });

    private static (Basis Basis, IReadOnlyList<Attestation> Issued, PersonCoverage Coverage) Documents(Person person, PermitApplication file, DateOnly today)
    {
        var (identity, held) = (person.Identity, person.Held!);
        var basis = new Basis
        {
            PersonId = person.Id, ApplicationId = file.Id, Surname = identity.Surname, FirstNames = identity.FirstNames, Born = identity.Born, Nationality = identity.Nationality, ApplicationNumber = file.Number,
            ProcedureName = file.ProcedureName, Ground = file.Ground, FiledOn = file.FiledOn!.Value, CompleteSince = file.CompleteSince, HeldTitle = held.Title, HeldUntil = held.ValidUntil, Work = WorkRight.Yes,
            LegalBasis = "R.431-15-1 al. 2", IssuedBy = person.Prefecture, Zone = person.Zone,
        };
        var issued = new List<Attestation> { Document(basis, AttestationKind.FilingConfirmation, basis.FiledOn, null, file.FiledAt!.Value) };
        if (held.ValidUntil < today) issued.Add(Document(basis, AttestationKind.Extension, held.ValidUntil.AddDays(1), held.ValidUntil.AddMonths(3), file.FiledAt.Value.AddDays(20)));
        var coverage = new PersonCoverage { PersonId = person.Id };
        coverage.State(basis, file.Id);
        var term = new Term(AttestationKind.Extension, 3, 0);
        coverage.Await(term, term, (issued[^1].ValidUntil ?? held.ValidUntil).AddDays(1), 15, succeeds: true);
        return (basis, issued, coverage);
    }

    private static Attestation Document(Basis basis, AttestationKind kind, DateOnly from, DateOnly? until, DateTimeOffset at) => new()
    {
        Number = AttestationNumber.New(at), Kind = kind, PersonId = basis.PersonId, ApplicationId = basis.ApplicationId, BasisId = basis.Id, ValidFrom = from, ValidUntil = until, IssuedAt = at,
    };
}
