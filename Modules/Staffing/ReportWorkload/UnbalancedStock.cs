namespace Anef.Staffing.ReportWorkload;

/// <summary>Rows of the read model that cannot be: the report is not made, and says where.</summary>
/// <param name="stay">A stay that ends before it begins, as request/sequence.</param>
internal sealed class UnbalancedStock(ReportRow row, string? stay) : Exception(
    $"Le stock de « {row.Procedure} » ne tombe pas juste ({row.Opening} + {row.Inflow} − {row.Outflow} ne font pas {row.Closing}) : "
    + (stay is null ? "refaites le calcul." : $"le passage {stay} finit avant de commencer. Refaites la copie de travail, puis le rapport."));
