using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Anef.Tests.Support;

/// <summary>Microsoft's own parser of Transact-SQL: what a server would refuse to read is found without one.</summary>
public static class TSql
{
    /// <summary>The faults of a script, batches and all, as "line, column: words"; empty when SQL Server 2022 can read it.</summary>
    public static IReadOnlyList<string> Parse(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var faults);
        return [.. faults.Select(f => $"{f.Line}, {f.Column}: {f.Message}")];
    }
}
