using Anef.PartnerOrganisations.Domain;
using MimeKit;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Whether a mail is from whom it says.</summary>
internal sealed class TrustJudge(TimeProvider clock)
{
    /// <param name="organisation">Of the token in the address; null when there is none.</param>
    /// <param name="signed">False when nobody has to look at the signature: an operator reads a file.</param>
    public Task<Trust> Judge(MimeMessage mail, Organisation? organisation, bool signed, CancellationToken ct) =>
        Task.FromResult(organisation is null || !organisation.AgreedOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) ? new Trust(Verdict.Quarantined, "unknownToken") : new Trust(Verdict.Trusted, null));
}

/// <param name="Reason">Code of why not; null when trusted.</param>
internal sealed record Trust(Verdict Verdict, string? Reason);

internal enum Verdict
{
    Trusted,

    Quarantined,

    /// <summary>An automatic answer, a bounce, a loop: nobody has to look.</summary>
    Ignored,
}
