namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>It is not read any further. Never leaves the reader: it becomes the fault of a mail or of a file.</summary>
internal sealed class MailFault(string code) : Exception(code)
{
    public string Code => Message;
}
