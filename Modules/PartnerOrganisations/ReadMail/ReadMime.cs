using MimeKit;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>How a mail is read: <see cref="MailReader.Read"/>, and in tests what they say.</summary>
internal delegate MailReading ReadMime(MimeMessage mail);
