using Anef.SharedKernel.Jobs;

namespace Anef.Staffing.SendReports;

/// <summary>Makes out the reports that are due by each prefecture's clock, and hands over those that wait: a missed tick loses nothing, a repeated one sends nothing twice.</summary>
[Schedule("staffing.send-reports", "*/10 * * * *")]
internal sealed class SendReportsJob(ReportIssuer issuer, ReportPost post) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        await issuer.Issue(ct);
        await post.Send(ct);
    }
}
