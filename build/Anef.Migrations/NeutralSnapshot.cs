using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;

namespace Anef.Migrations;

/// <summary>Writes the snapshot of the model without column types and without a provider's settings.</summary>
/// <remarks>The generator offers no place to leave them out, so its text is written aside and cleaned.</remarks>
internal sealed partial class NeutralSnapshot(CSharpSnapshotGeneratorDependencies dependencies) : CSharpSnapshotGenerator(dependencies)
{
    public override void Generate(string modelBuilderName, IModel model, IndentedStringBuilder stringBuilder)
    {
        var aside = new IndentedStringBuilder();
        base.Generate(modelBuilderName, model, aside);
        var text = Types().Replace(aside.ToString(), "");
        text = Annotations().Replace(text, "");
        text = Extensions().Replace(text, "");
        // AppendLines and not AppendLine: what follows must begin on a line of its own.
        stringBuilder.AppendLines(text.TrimEnd());
    }

    [GeneratedRegex(@"\s*\.HasColumnType\(""[^""]*""\)")]
    private static partial Regex Types();

    [GeneratedRegex(@"\s*\.HasAnnotation\(""((Sqlite|SqlServer|Npgsql):[^""]*|Relational:MaxIdentifierLength)"",[^)]*\)")]
    private static partial Regex Annotations();

    [GeneratedRegex(@"\n\s*(Sqlite|SqlServer|Npgsql)\w*Extensions\.[^;]*;")]
    private static partial Regex Extensions();
}
