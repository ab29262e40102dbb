using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.TakeMail;

/// <summary>Takes what an organisation sends, by whichever way: stored whole, once, before anything else is done with it.</summary>
internal sealed class TakeMail(PartnerOrganisationsDb db, TimeProvider clock) : IUseCase<TakeMail.Request, TakeMail.Taken>
{
    /// <param name="Content">A whole MIME message.</param>
    /// <param name="Channel"><c>mail</c>, <c>web</c>, <c>api</c>.</param>
    /// <param name="Organisation">Of whoever has signed in; null when the address and the sender have to say it.</param>
    /// <param name="Sender">Name of the member or of the key.</param>
    public sealed record Request(byte[] Content, string Channel, Guid? Organisation = null, string? Sender = null);

    /// <param name="Batch">Null when it is in quarantine or ignored.</param>
    /// <param name="Again">It had been taken before: nothing was done.</param>
    public sealed record Taken(Guid Mail, Guid? Batch, bool Again, string? Reason);

    public async Task<Taken> Handle(Request request, CancellationToken ct)
    {
        var mail = new InboundMail { Key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(request.Content)), From = request.Sender ?? "", ReceivedAt = clock.GetUtcNow(), Content = request.Content, OrganisationId = request.Organisation };
        db.Add(mail);
        await db.SaveChangesAsync(ct);
        return new(mail.Id, null, false, null);
    }
}
