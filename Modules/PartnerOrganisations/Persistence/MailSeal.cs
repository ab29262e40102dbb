using Microsoft.AspNetCore.DataProtection;

namespace Anef.PartnerOrganisations.Persistence;

/// <summary>Seals mails: what they say of people is read with the keys of the service alone.</summary>
internal sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Anef.PartnerOrganisations.Mail");

    public byte[] Seal(byte[] content) => _protector.Protect(content);

    public byte[] Open(byte[] content) => _protector.Unprotect(content);
}
