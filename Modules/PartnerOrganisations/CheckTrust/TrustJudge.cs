using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Calendar;
using MimeKit;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Whether a mail is from whom it says.</summary>
internal sealed class TrustJudge(Signatures signatures, TrustOptions options, TimeProvider clock)
{
    /// <param name="organisation">Of the token in the address; null when there is none.</param>
    /// <param name="signed">False when nobody has to look at the signature: an operator reads a file.</param>
    public async Task<Trust> Judge(MimeMessage mail, Organisation? organisation, bool signed, CancellationToken ct)
    {
        if (AutomaticMail.Reason(mail, options.Domain) is { } automatic) return new(Verdict.Ignored, automatic);
        if (organisation is null) return new(Verdict.Quarantined, "unknownToken");
        if (!organisation.AgreedOn(clock.Today(CivilTime.Paris))) return new(Verdict.Quarantined, "expiredAgreement");
        if (SoleSender(mail) is not { } sender || !organisation.Knows(sender.Address)) return new(Verdict.Quarantined, "unknownSender");
        if (!signed || ReceiverWord.Vouches(mail, sender.Domain, options)) return new(Verdict.Trusted, null);
        return await signatures.Fault(mail, sender.Domain, ct) is { } fault ? new(Verdict.Quarantined, fault) : new(Verdict.Trusted, null);
    }

    /// <summary>Two senders, in one header or two, are one that is checked and one that is shown.</summary>
    private static MailboxAddress? SoleSender(MimeMessage mail)
    {
        if (mail.Headers.Count(h => h.Id == HeaderId.From) != 1 || mail.From.Count != 1 || mail.From[0] is not MailboxAddress sender) return null;
        return sender.Address.Count(c => c == '@') == 1 && !sender.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && sender.Domain.Length > 0 ? sender : null;
    }
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
