using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.SettleQuarantine;

/// <summary>Mails that an operator has to look at, the newest first; or what became of them.</summary>
internal sealed class ListQuarantine(PartnerOrganisationsDb db) : IUseCase<ListQuarantine.Request, ListQuarantine.Page>
{
    public const int OnePage = 50;

    /// <param name="Text">Part of the sender or of the subject.</param>
    public sealed record Request(MailState State, string? Text, int From = 0);

    public sealed record Page(IReadOnlyList<Row> Rows, int? Next);

    public sealed record Row(Guid Id, string From, string Subject, DateTimeOffset ReceivedAt, string? Reason, string? SettledBy, string? Organisation);

    public async Task<Page> Handle(Request request, CancellationToken ct)
    {
        var mails = db.Mails.AsNoTracking().Where(m => m.State == request.State);
        if (request.Text?.Trim() is { Length: > 0 } text) mails = mails.Where(m => m.From.Contains(text) || m.Subject.Contains(text));
        var from = Math.Max(0, request.From);
        var rows = await mails.OrderByDescending(m => m.ReceivedAt).ThenBy(m => m.Id).Skip(from).Take(OnePage + 1)
            .Select(m => new Row(m.Id, m.From, m.Subject, m.ReceivedAt, m.Reason, m.SettledBy, db.Organisations.Where(o => o.Id == m.OrganisationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);
        return new([.. rows.Take(OnePage)], rows.Count > OnePage ? from + OnePage : null);
    }
}
