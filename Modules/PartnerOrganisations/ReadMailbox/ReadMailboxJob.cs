using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.DependencyInjection;
using Taken = Anef.PartnerOrganisations.TakeMail.TakeMail.Taken;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>Every minute, and whenever the server says so: takes what has arrived. One host at a time.</summary>
[Schedule("partners.read-mailbox", "* * * * *")]
internal sealed class ReadMailboxJob(IMailbox mailbox, MailboxLeases leases, IServiceScopeFactory scopes) : IJob
{
    private const string Name = "incoming";

    public async Task Run(CancellationToken ct)
    {
        if (mailbox is NoMailbox || !await leases.Take(Name, ct)) return;
        try
        {
            await mailbox.Read(Take, ct);
        }
        finally
        {
            await leases.GiveBack(Name, CancellationToken.None);
        }
    }

    /// <summary>A scope a mail: one that fails leaves nothing behind for the next.</summary>
    private async Task Take(ArrivedMail mail, CancellationToken ct)
    {
        // A large mailbox takes longer than one lease; who lost it stops.
        if (!await leases.Take(Name, ct)) throw new OperationCanceledException("another host reads this mailbox");
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IUseCase<TakeMail.TakeMail.Request, Taken>>().Handle(new(mail.Content, "mail") { Whole = mail.Whole }, ct);
    }
}
