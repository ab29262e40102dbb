using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.SettleQuarantine;

/// <summary>An operator releases a mail, which is then a batch like any other, or refuses it. The apparent sender hears nothing.</summary>
internal sealed class SettleQuarantine(PartnerOrganisationsDb db, Visitor visitor, PumpBell bell, TimeProvider clock) : IUseCase<SettleQuarantine.Request, Done>
{
    /// <param name="Note">Why, for those who look later.</param>
    /// <param name="Token">Of which organisation it is, where the address does not say it.</param>
    public sealed record Request(Guid Mail, bool Release, string? Note, string? Token);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == request.Mail, ct) ?? throw new NotFound("ce courriel");
        if (mail.State != MailState.Quarantined) throw new RuleBroken("partners.mail-settled", "Quelqu'un s'est déjà prononcé sur ce courriel.");
        if (request.Note?.Trim() is not { Length: > 0 and <= 400 } note) throw new RuleBroken("partners.no-note", "Dites pourquoi, en 400 caractères au plus : ce sera relu.");
        if (request.Release) Release(mail, await Whose(mail, request.Token, ct));
        else mail.State = MailState.Refused;
        (mail.Note, mail.SettledBy, mail.SettledAt) = (note, visitor.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return default;
    }

    private void Release(InboundMail mail, Organisation organisation)
    {
        if (!organisation.AgreedOn(clock.Today(CivilTime.Paris))) throw new RuleBroken("partners.agreement-over", "La convention de cette organisation n'est pas en cours : le courriel ne peut pas être traité.");
        (mail.State, mail.OrganisationId) = (MailState.Released, organisation.Id);
        db.Add(TakeMail.TakeMail.NewBatch(mail, organisation.Id, "mail"));
    }

    private async Task<Organisation> Whose(InboundMail mail, string? token, CancellationToken ct)
    {
        var named = token?.Trim() is { Length: > 0 } said ? await db.Organisations.SingleOrDefaultAsync(o => o.Token == said, ct)
            : await db.Organisations.SingleOrDefaultAsync(o => o.Id == mail.OrganisationId, ct);
        return named ?? throw new RuleBroken("partners.whose-mail", "Dites de quelle organisation est ce courriel : écrivez son jeton.");
    }
}
