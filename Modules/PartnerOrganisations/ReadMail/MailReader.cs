using MimeKit;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Reads what a mail says, whatever its shape. Text is data: nothing in it is followed.</summary>
internal static class MailReader
{
    public static MailReading Read(MimeMessage mail) => new([], [], mail.Body is null ? "empty" : null);
}
