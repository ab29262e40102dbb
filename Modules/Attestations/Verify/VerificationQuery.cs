using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations.Verify;

/// <summary>The one query of a check: by far the most frequent question that this program is asked.</summary>
/// <remarks>
/// EF Core writes the SQL, once, in the words of the provider; after that it runs without a context, whose making alone takes longer than the answer:
/// a compiled query gave a third of the checks a second.
/// </remarks>
internal sealed class VerificationQuery(IServiceScopeFactory scopes) : IDisposable
{
    private readonly Lazy<Statement> _statement = new(() => Write(scopes));
    private readonly ConcurrentBag<DbCommand> _prepared = [];

    /// <summary>Apart, so that each provider's SQL can be looked at.</summary>
    /// <remarks>A successor is looked for among the same person's documents, which an index holds; whether the chain goes on is one row by its key.</remarks>
    public static IQueryable<Row> Of(AttestationsDb db, string number) =>
        from attestation in db.Attestations.AsNoTracking()
        join basis in db.Bases.AsNoTracking() on attestation.BasisId equals basis.Id
        where attestation.Number == number
        select new Row(attestation.Id, attestation.PersonId, attestation.Kind, attestation.ValidFrom, attestation.ValidUntil, attestation.EndedOn, attestation.End,
            basis.Zone, basis.Work, basis.HeldTitle, basis.HeldLost, basis.FirstNames, basis.Surname, basis.Born,
            db.Attestations.Any(a => a.PersonId == attestation.PersonId && a.ValidFrom == (attestation.EndedOn ?? attestation.ValidUntil!.Value.AddDays(1))
                && (a.Kind == AttestationKind.Extension || a.Kind == AttestationKind.Receipt || a.Kind == AttestationKind.CommissionReceipt || a.Kind == AttestationKind.FavourableDecision)),
            db.Coverages.Any(c => c.PersonId == attestation.PersonId && c.NextKind != null && c.DueOn != null));

    /// <summary>What an answer is made of; null when nothing has this number.</summary>
    public async Task<Row?> Find(string number, CancellationToken ct)
    {
        var command = _prepared.TryTake(out var prepared) ? prepared : await Prepare(ct);
        var again = false;
        try
        {
            command.Parameters[0].Value = number;
            Row? found;
            await using (var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct))
                found = await reader.ReadAsync(ct) ? Read(reader) : null;
            again = _statement.Value.InProcess;
            return found;
        }
        finally
        {
            if (again) _prepared.Add(command);
            else await Close(command);
        }
    }

    public void Dispose()
    {
        while (_prepared.TryTake(out var command))
        {
            command.Connection!.Dispose();
            command.Dispose();
        }
    }

    private async Task<DbCommand> Prepare(CancellationToken ct)
    {
        var statement = _statement.Value;
        var command = statement.Provider.CreateCommand()!;
        command.Connection = statement.Provider.CreateConnection()!;
        command.Connection.ConnectionString = statement.Database;
        command.CommandText = statement.Sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Size, parameter.Value) = (statement.Parameter, DbType.String, AttestationNumber.Length, "");
        command.Parameters.Add(parameter);
        try
        {
            await command.Connection.OpenAsync(ct);
            return command;
        }
        catch
        {
            await Close(command);
            throw;
        }
    }

    private static async Task Close(DbCommand command)
    {
        await command.Connection!.DisposeAsync();
        await command.DisposeAsync();
    }

    private static Statement Write(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
        using var command = Of(db, "").CreateDbCommand();
        return new(DbProviderFactories.GetFactory(db.Database.GetDbConnection())!, db.Database.GetConnectionString()!, command.CommandText, command.Parameters[0].ParameterName, db.Database.IsSqlite());
    }

    /// <summary>Columns come in the order of <see cref="Row"/>, which a test holds against what EF Core itself reads.</summary>
    private static Row Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), Enum.Parse<AttestationKind>(row.GetString(2)), Day(row, 3)!.Value, Day(row, 4), Day(row, 5),
        row.IsDBNull(6) ? null : Enum.Parse<AttestationEnd>(row.GetString(6)),
        row.GetString(7), Enum.Parse<WorkRight>(row.GetString(8)), row.IsDBNull(9) ? null : row.GetString(9), row.GetBoolean(10), row.GetString(11), row.GetString(12), Day(row, 13)!.Value,
        row.GetBoolean(14), row.GetBoolean(15));

    private static DateOnly? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    /// <param name="InProcess">No network can cut the connection: it is kept, with its prepared command. Elsewhere the provider's own pool is better.</param>
    private sealed record Statement(DbProviderFactory Provider, string Database, string Sql, string Parameter, bool InProcess);

    /// <param name="Followed">Another document follows it.</param>
    /// <param name="GoesOn">The person's next document comes as of right.</param>
    public sealed record Row(Guid Id, Guid PersonId, AttestationKind Kind, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? EndedOn, AttestationEnd? End,
        string Zone, WorkRight Work, string? HeldTitle, bool HeldLost, string FirstNames, string Surname, DateOnly Born, bool Followed, bool GoesOn);
}
