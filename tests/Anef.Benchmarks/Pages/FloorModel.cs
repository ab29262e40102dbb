using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anef.Benchmarks.Pages;

/// <summary>The bare page that the program's own are compared with: one row, by its key, without any mapper.</summary>
[MayUse(Role.Applicant, Role.CaseOfficer)]
public sealed class FloorModel(DatabaseOptions database) : PageModel
{
    private const string Sql = "SELECT \"Number\", \"ProcedureName\", \"Prefecture\", \"State\" FROM applications_applications WHERE \"Id\" = @id";

    /// <summary>What it shows.</summary>
    public FloorRow Row { get; private set; } = null!;

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await using DbConnection connection = database.Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnection(database.ConnectionString) : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        var key = command.CreateParameter();
        (key.ParameterName, key.Value) = ("@id", id);
        command.Parameters.Add(key);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) throw new InvalidOperationException($"{id} is not there");
        Row = new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
    }
}

/// <summary>A file's row.</summary>
public sealed record FloorRow(string Number, string ProcedureName, string Prefecture, string State);
