using System.Globalization;
using Anef.Feedback.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Anef.Feedback.ListOpinions;

/// <summary>What people say, for the ministry and for the managers of the prefecture that it is about.</summary>
[MayUse(Role.Ministry, Role.TeamManager)]
internal sealed class OpinionsPage(Visitor visitor, IUseCase<ListOpinions.Request, ListOpinions.View> list, IUseCase<AnswerOpinion.AnswerOpinion.Request, Done> answer,
    IProcedures procedures, PrefectureCatalog prefectures, TimeProvider clock, Say say) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "etape")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "prefecture")]
    public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public OpinionState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "avant")]
    public DateTimeOffset? Before { get; set; }

    public ListOpinions.View View { get; private set; } = null!;

    public IEnumerable<(string, string)> StepItems => Steps.All.Select(step => (step, StepName(step)));

    public IEnumerable<(string, string)> ProcedureItems => procedures.All(clock.GetUtcNow().DayIn(CivilTime.Paris)).Select(p => (p.Code, $"{p.Code} – {p.Name}"));

    public IEnumerable<(string, string)> PrefectureItems => prefectures.All
        .Where(p => visitor.Is(Role.Ministry) || visitor.Serves(p.Code, Role.TeamManager)).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, $"{p.Code} – {p.Name}"));

    public static IEnumerable<(string, string)> StateItems => Enum.GetValues<OpinionState>().Select(s => ($"{s}", Words(s)));

    public string StepName(string step) => say[$"feedback.step.{step}"];

    public string TroubleName(string code) => say[$"feedback.trouble.{code}"];

    /// <summary>Address of what follows; null at the end.</summary>
    public string? Next => View.Lines.Count < ListOpinions.Page ? null : Address(View.Lines[^1].At);

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, bool accepted, string? why, CancellationToken ct)
    {
        await answer.Handle(new(id, accepted, why ?? ""), ct);
        return Redirect($"{Address(Before)}#{id}");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await list.Handle(new(Text(Step), Text(Procedure), Text(Prefecture), State, Before), ct);

    public string Address(DateTimeOffset? before) => QueryHelpers.AddQueryString("/retours", new Dictionary<string, string?>
    {
        ["etape"] = Text(Step), ["demarche"] = Text(Procedure), ["prefecture"] = Text(Prefecture), ["etat"] = State?.ToString(), ["avant"] = before?.ToString("O", CultureInfo.InvariantCulture),
    }.Where(q => q.Value is not null));

    public static string Words(OpinionState state) => state switch
    {
        OpinionState.Open => "à traiter",
        OpinionState.Accepted => "retenu",
        _ => "écarté",
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
