using System.Globalization;
using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ReadCaseload;

/// <summary>The people for whom the member's organisation may act today, and where their requests stand. Those whose rows are shown are told that they were read.</summary>
internal sealed class ReadCaseload(PartnerOrganisationsDb db, PartnerDoor door, IPartnerReading people, Visitor visitor, TimeProvider clock) : IUseCase<ReadCaseload.Request, ReadCaseload.View>
{
    public const int OnePage = 25;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <param name="Text">Part of a name; accents do not matter.</param>
    /// <param name="From">Place in the list.</param>
    public sealed record Request(string? Text, int From = 0);

    /// <param name="People">How many there are in all.</param>
    /// <param name="Next">Where the following page begins; null at the end.</param>
    public sealed record View(string Organisation, bool Referent, int People, IReadOnlyList<Row> Rows, int? Next);

    /// <param name="Until">Last day of the mandate.</param>
    public sealed record Row(PersonName Person, DateOnly Until, IReadOnlyList<MandatedRequest> Requests);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        var today = clock.Today(CivilTime.Paris);
        var mandates = (await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == membership.OrganisationId && m.ValidAt != null && m.RevokedAt == null && m.Until >= today).ToListAsync(ct))
            .GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.ToList());
        var names = await people.Names(mandates.Keys, ct);
        var found = names.Values.Where(n => string.IsNullOrWhiteSpace(request.Text) || Has($"{n.FirstNames} {n.Surname}") || Has($"{n.Surname} {n.FirstNames}"))
            .OrderBy(n => n.Surname, StringComparer.InvariantCultureIgnoreCase).ThenBy(n => n.FirstNames, StringComparer.InvariantCultureIgnoreCase).ThenBy(n => n.PersonId).ToList();
        var from = Math.Max(0, request.From);
        var rows = new List<Row>();
        foreach (var person in found.Skip(from).Take(OnePage))
        {
            var held = mandates[person.PersonId];
            var procedures = held.Exists(m => m.Procedures.Count == 0) ? [] : held.SelectMany(m => m.Procedures).Distinct().ToList();
            rows.Add(new(person, held.Max(m => m.Until), await people.Read(visitor, membership.Signature, person.PersonId, procedures, ct)));
        }
        return new(membership.Organisation.Name, membership.Member.Referent, found.Count, rows, from + OnePage < found.Count ? from + OnePage : null);

        bool Has(string name) => Compare.IndexOf(name, request.Text!.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
    }
}
