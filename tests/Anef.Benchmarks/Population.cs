using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Benchmarks;

/// <summary>People who wait for a decision, each with the document that they hold and what it states; some are due today.</summary>
internal static class Population
{
    public const string Zone = "Europe/Paris";
    private const int Chunk = 20_000;

    public static async Task Settle(AnefHouse house, DateOnly today, int people, int due)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
        for (var done = 0; done < people; done += Chunk)
        {
            var rows = Enumerable.Range(done, Math.Min(Chunk, people - done)).Select(i => Person(i, today, (long)i * due / people != (long)(i + 1) * due / people)).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.BulkInsert(rows.ConvertAll(r => r.Basis), default);
            await db.BulkInsert(rows.ConvertAll(r => r.Current), default);
            await db.BulkInsert(rows.ConvertAll(r => r.Coverage), default);
            await transaction.CommitAsync();
        }
        // What a database that has lived knows of itself.
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static (Basis Basis, Attestation Current, PersonCoverage Coverage) Person(int i, DateOnly today, bool isDue)
    {
        var lastDay = isDue ? today.AddDays(15) : today.AddDays(16 + (i % 75));
        var person = Guid.CreateVersion7();
        var basis = new Basis
        {
            PersonId = person, ApplicationId = Guid.CreateVersion7(), Surname = $"NOM{i}", FirstNames = "Camille", Born = new DateOnly(1990, 1, 1), Nationality = "TN",
            ApplicationNumber = $"93-2026-{i:D8}", ProcedureName = "Salarié", Ground = "L421-1", FiledOn = today.AddDays(-120), CompleteSince = today.AddDays(-120),
            HeldTitle = "CST", HeldUntil = lastDay.AddMonths(-3), Work = WorkRight.Yes, LegalBasis = "R.431-15-1 al. 2", IssuedBy = "93", Zone = Zone,
        };
        var issuedAt = new DateTimeOffset(lastDay.AddMonths(-3).AddDays(-15), new TimeOnly(2, 0), TimeSpan.Zero);
        var current = new Attestation
        {
            Number = AttestationNumber.New(issuedAt), Kind = AttestationKind.Extension, PersonId = person, ApplicationId = basis.ApplicationId, BasisId = basis.Id,
            ValidFrom = lastDay.AddMonths(-3).AddDays(1), ValidUntil = lastDay, IssuedAt = issuedAt,
        };
        var coverage = new PersonCoverage { PersonId = person };
        coverage.State(basis, basis.ApplicationId);
        var term = new Term(AttestationKind.Extension, 3, 0);
        coverage.Await(term, term, lastDay.AddDays(1), 15, succeeds: true);
        return (basis, current, coverage);
    }
}
