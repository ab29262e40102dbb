using System.Data.Common;
using Anef.Attestations.Persistence;
using Anef.Tests.Integration.Coverage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Tests.Integration.Together;

/// <summary>Does something once, after a house has read attestations and just before it begins to write: what no barrier of threads can time.</summary>
internal sealed class Meanwhile : DbTransactionInterceptor
{
    public Func<Task>? Do { get; set; }

    public void ConfigureHouse(HostApplicationBuilder builder)
    {
        Applicants.WithoutPost(builder);
        builder.Services.ConfigureDbContext<AttestationsDb>(options => options.AddInterceptors(this));
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Do is not { } deed) return result;
        Do = null;
        await deed();
        return result;
    }
}
