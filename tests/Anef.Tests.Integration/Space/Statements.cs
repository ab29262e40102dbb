using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Anef.Tests.Integration.Space;

/// <summary>Counts what is asked of the database.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private int _count;

    /// <summary>How many statements something needs. Nothing else may be going on.</summary>
    public async Task<int> During(Func<Task> act)
    {
        var before = Volatile.Read(ref _count);
        await act();
        return Volatile.Read(ref _count) - before;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return new(result);
    }
    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return new(result);
    }
}
