using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Procedures.ListProcedures;

/// <summary>The one registry of procedures, for the prefectures' sites: nobody keeps a list of their own.</summary>
internal static class ProceduresAsJson
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/procedures", List).OpenToAll();

    private static Registry List(IProcedures procedures, IRules rules, TimeProvider clock, HttpContext http)
    {
        var on = DateOnly.TryParseExact(http.Request.Query["on"], "yyyy-MM-dd", out var asked) ? asked : clock.Today(CivilTime.Paris);
        var book = rules.Current;
        return new(on, book.Catalogue.On(on).Version, book.Online.On(on).Version,
            [.. procedures.All(on).Where(p => Search.Finds(p, http.Request.Query["q"])).Select(p => Line(procedures, p, on))]);
    }

    private static Entry Line(IProcedures procedures, Procedure p, DateOnly on) => new(p.Code, p.Name, p.Articles, p.Kinds, p.Title,
        procedures.MonthsOf(p.Code, on), p.Window, p.Silence, p.Provisional, p.Online, p.OnlineFrom,
        [.. p.Kinds.Select(kind => Fee.Of(kind, procedures.FeeOf(p.Code, kind, on)))]);

    private sealed record Registry(DateOnly On, int CatalogueVersion, int OnlineVersion, IReadOnlyList<Entry> Procedures);

    private sealed record Entry(string Code, string Name, IReadOnlyList<string> Articles, IReadOnlyList<string> Kinds, string Title, int? Months,
        string Window, string Silence, string Provisional, bool Online, DateOnly? OnlineFrom, IReadOnlyList<Fee> Fees);

    private sealed record Fee(string Kind, decimal Amount, string Detail, int RuleVersion)
    {
        public static Fee Of(string kind, FeeRuling ruling) => new(kind, ruling.Amount, ruling.Detail, ruling.Rule.Version);
    }
}
