namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>Where mails arrive.</summary>
internal interface IMailbox
{
    /// <summary>Gives each mail that lies there; one that was taken to the end lies there no more, one that was not stays.</summary>
    Task Read(Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct);
}

/// <summary>A mail as it lies in a mailbox.</summary>
/// <param name="Whole">False when it is larger than is taken: then only its beginning is here.</param>
internal sealed record ArrivedMail(byte[] Content, bool Whole);

/// <summary>Nobody configured one.</summary>
internal sealed class NoMailbox : IMailbox
{
    public Task Read(Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct) => Task.CompletedTask;
}
