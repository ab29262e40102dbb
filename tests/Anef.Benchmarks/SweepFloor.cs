using System.Data.Common;
using System.Globalization;
using Anef.SharedKernel.Persistence;

namespace Anef.Benchmarks;

/// <summary>The same rows written by the database alone, in one transaction of four statements: what no program can beat by much.</summary>
internal static class SweepFloor
{
    public static async Task Run(DbConnection connection, DatabaseProvider provider, DateOnly today, IReadOnlyList<string> handlers)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in provider == DatabaseProvider.PostgreSql ? PostgreSql(today, handlers) : Sqlite(today, handlers))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandTimeout = 0;
#pragma warning disable CA2100 // made of constants and of a date
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static IEnumerable<string> Sqlite(DateOnly today, IReadOnlyList<string> handlers)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var due = $"\"Zone\" = '{Population.Zone}' AND \"DueOn\" <= '{day}' AND \"NextKind\" IS NOT NULL AND \"NextFrom\" >= '{day}'";
        yield return $$"""
            CREATE TEMP TABLE due AS SELECT ROW_NUMBER() OVER () AS n, c.*,
              printf('019F0000-0000-7000-8000-%012X', ROW_NUMBER() OVER ()) AS "NewId", printf('019F0001-0000-7000-8000-%012X', ROW_NUMBER() OVER ()) AS "MessageId",
              'A1' || substr(hex(randomblob(9)), 1, 17) AS "NewNumber", date(c."NextFrom", '+3 months', '-1 day') AS "Until"
            FROM attestations_coverages c WHERE c.{{due}};
            """;
        yield return """
            INSERT INTO attestations_issued ("Id", "Number", "Kind", "PersonId", "ApplicationId", "BasisId", "ValidFrom", "ValidUntil", "IssuedAt", "Version")
            SELECT "NewId", "NewNumber", "NextKind", "PersonId", "ApplicationId", "BasisId", "NextFrom", "Until", '2026-03-02 08:00:00', 0 FROM due;
            """;
        yield return """
            INSERT INTO attestations_outbox ("Id", "Position", "Type", "Body", "OccurredAt")
            SELECT "MessageId", 639000000000000000 + n, 'Anef.Attestations.Contracts.AttestationIssued', '{"personId":"' || "PersonId" || '","applicationId":"' || "ApplicationId" || '","number":"' || "NewNumber" ||
              '","kind":"extension","validFrom":"' || "NextFrom" || '","validUntil":"' || "Until" || '","work":"yes","issuedBy":"' || "IssuedBy" || '","legalBasis":"' || "LegalBasis" || '","successor":true}', '2026-03-02 08:00:00' FROM due;
            """;
        foreach (var (handler, i) in handlers.Select((h, i) => (h, i)))
            yield return $"""
                INSERT INTO attestations_deliveries ("Id", "MessageId", "Position", "Handler", "Attempts", "DueAt")
                SELECT printf('019F0002-000{i}-7000-8000-%012X', n), "MessageId", 639000000000000000 + n, '{handler}', 0, '2026-03-02 08:00:00' FROM due;
                """;
        yield return $$"""
            UPDATE attestations_coverages SET "Succeeds" = 1, "DueOn" = date("NextFrom", '+3 months', '-16 days'), "NextFrom" = date("NextFrom", '+3 months'),
              "NextKind" = "ThenKind", "NextMonths" = "ThenMonths", "NextDays" = "ThenDays", "Version" = "Version" + 1 WHERE {{due}};
            """;
        yield return "DROP TABLE due;";
    }

    private static IEnumerable<string> PostgreSql(DateOnly today, IReadOnlyList<string> handlers)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var due = $"\"Zone\" = '{Population.Zone}' AND \"DueOn\" <= '{day}' AND \"NextKind\" IS NOT NULL AND \"NextFrom\" >= '{day}'";
        yield return $"""
            CREATE TEMP TABLE due ON COMMIT DROP AS SELECT ROW_NUMBER() OVER () AS n, c.*,
              ('019f0000-0000-7000-8000-' || lpad(to_hex(ROW_NUMBER() OVER ()), 12, '0'))::uuid AS "NewId", ('019f0001-0000-7000-8000-' || lpad(to_hex(ROW_NUMBER() OVER ()), 12, '0'))::uuid AS "MessageId",
              'A1' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 17)) AS "NewNumber", (c."NextFrom" + interval '3 months' - interval '1 day')::date AS "Until"
            FROM attestations_coverages c WHERE c.{due};
            """;
        yield return """
            INSERT INTO attestations_issued ("Id", "Number", "Kind", "PersonId", "ApplicationId", "BasisId", "ValidFrom", "ValidUntil", "IssuedAt", "Version")
            SELECT "NewId", "NewNumber", "NextKind", "PersonId", "ApplicationId", "BasisId", "NextFrom", "Until", timestamptz '2026-03-02 08:00:00Z', 0 FROM due;
            """;
        yield return """
            INSERT INTO attestations_outbox ("Id", "Position", "Type", "Body", "OccurredAt")
            SELECT "MessageId", 639000000000000000 + n, 'Anef.Attestations.Contracts.AttestationIssued', '{"personId":"' || "PersonId" || '","applicationId":"' || "ApplicationId" || '","number":"' || "NewNumber" ||
              '","kind":"extension","validFrom":"' || "NextFrom" || '","validUntil":"' || "Until" || '","work":"yes","issuedBy":"' || "IssuedBy" || '","legalBasis":"' || "LegalBasis" || '","successor":true}', timestamptz '2026-03-02 08:00:00Z' FROM due;
            """;
        foreach (var (handler, i) in handlers.Select((h, i) => (h, i)))
            yield return $"""
                INSERT INTO attestations_deliveries ("Id", "MessageId", "Position", "Handler", "Attempts", "DueAt")
                SELECT ('019f0002-000{i}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, "MessageId", 639000000000000000 + n, '{handler}', 0, timestamptz '2026-03-02 08:00:00Z' FROM due;
                """;
        yield return $"""
            UPDATE attestations_coverages SET "Succeeds" = TRUE, "DueOn" = ("NextFrom" + interval '3 months' - interval '16 days')::date,
              "NextFrom" = ("NextFrom" + interval '3 months')::date, "NextKind" = "ThenKind", "NextMonths" = "ThenMonths", "NextDays" = "ThenDays", "Version" = "Version" + 1 WHERE {due};
            """;
    }
}
