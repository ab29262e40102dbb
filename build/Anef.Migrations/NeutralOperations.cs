using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Anef.Migrations;

/// <summary>Writes the steps of a migration without column types and without a provider's annotations.</summary>
/// <remarks>Each provider then chooses its own type for the CLR type, exactly as it does when it reads the model.</remarks>
internal sealed class NeutralOperations(CSharpMigrationOperationGeneratorDependencies dependencies) : CSharpMigrationOperationGenerator(dependencies)
{
    private static readonly string[] Providers = ["Sqlite:", "SqlServer:", "Npgsql:"];

    public override void Generate(string builderName, IReadOnlyList<MigrationOperation> operations, IndentedStringBuilder builder)
    {
        foreach (var operation in operations) Neutralise(operation);
        // A schema or a setting of the whole database is some provider's idea; our model asks for neither.
        base.Generate(builderName, [.. operations.Where(o => o is not (EnsureSchemaOperation or AlterDatabaseOperation))], builder);
    }

    private static void Neutralise(MigrationOperation operation)
    {
        if (operation is CreateTableOperation table)
        {
            foreach (var column in table.Columns) Neutralise(column);
            foreach (var constraint in table.UniqueConstraints) Strip(constraint);
            foreach (var key in table.ForeignKeys) Strip(key);
            if (table.PrimaryKey is { } primary) Strip(primary);
        }

        if (operation is ColumnOperation itself) WithoutType(itself);
        if (operation is AlterColumnOperation altered) WithoutType(altered.OldColumn);
        Strip(operation);
    }

    private static void WithoutType(ColumnOperation column)
    {
        if (column.GetAnnotations().Any(a => a.Name is "Sqlite:Autoincrement" or "SqlServer:Identity" or "Npgsql:ValueGenerationStrategy"))
            throw new OperationException($"{column.Table}.{column.Name} is numbered by the database, which no neutral migration can say: keys are Guids set in code (ValueGeneratedNever).");
        column.ColumnType = null;
        Strip(column);
    }

    private static void Strip(MigrationOperation operation)
    {
        foreach (var foreign in operation.GetAnnotations().Where(a => Array.Exists(Providers, p => a.Name.StartsWith(p, StringComparison.Ordinal))).ToList())
            operation.RemoveAnnotation(foreign.Name);
    }
}
