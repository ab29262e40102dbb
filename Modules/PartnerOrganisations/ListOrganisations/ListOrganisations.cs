using System.Globalization;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ListOrganisations;

/// <summary>Organisations by name.</summary>
internal sealed class ListOrganisations(PartnerOrganisationsDb db) : IUseCase<ListOrganisations.Request, ListOrganisations.Page>
{
    public const int OnePage = 50;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <param name="Text">Part of the name, of the network or of the token; accents do not matter.</param>
    /// <param name="From">Place in the list.</param>
    public sealed record Request(string? Text, int From = 0);

    /// <param name="Next">Where the following page begins; null at the end.</param>
    public sealed record Page(IReadOnlyList<Organisation> Organisations, int? Next);

    public async Task<Page> Handle(Request request, CancellationToken ct)
    {
        // Some hundreds: comparing without accents is each database's own affair, and here the same for all.
        var all = await db.Organisations.AsNoTracking().OrderBy(o => o.Name).ThenBy(o => o.Id).ToListAsync(ct);
        var found = string.IsNullOrWhiteSpace(request.Text) ? all : all.FindAll(o => Has(o.Name) || Has(o.Network) || Has(o.Token));
        var from = Math.Max(0, request.From);
        return new([.. found.Skip(from).Take(OnePage)], from + OnePage < found.Count ? from + OnePage : null);

        bool Has(string? field) => field is not null && Compare.IndexOf(field, request.Text!.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
    }
}
