using Microsoft.Extensions.Logging;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Reads what is stored. A mail at which the reader itself fails is told to be unreadable: it must neither come back for ever nor hold back others.</summary>
internal sealed class SafeReader(ILogger<SafeReader> log)
{
    public MailReading Read(byte[] content)
    {
        try
        {
            return MailReader.Read(RawMail.Open(content));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.LogError(fault, "A mail of {Bytes} bytes could not be read", content.Length);
            return new([], [], "unreadable");
        }
    }
}
