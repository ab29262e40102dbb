using Anef.Procedures.Domain;
using Anef.Procedures.ReadProcedure;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ChooseProcedure;

/// <summary>One question a page, the answers in the address: nothing is kept, and the back button does what it says.</summary>
[OpenToAll]
internal sealed class ChooseProcedurePage(IRules rules, PrefectureCatalog prefectures, GuideAnswer answer, Say say, TimeProvider clock) : PageModel
{
    public const string Here = "/quelle-demarche";

    [BindProperty(SupportsGet = true, Name = "titre")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "mention")]
    public string? Document { get; set; }

    [BindProperty(SupportsGet = true, Name = "fin")]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "situation")]
    public string? Situation { get; set; }

    [BindProperty(SupportsGet = true, Name = "date")]
    public string? Date { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Department { get; set; }

    /// <summary>The question that the form came from.</summary>
    [BindProperty(SupportsGet = true, Name = "question")]
    public string? Asked { get; set; }

    public GuideRules Guide { get; } = rules.Current.Guide.On(clock.Today(CivilTime.Paris));

    public Answers Answers { get; private set; } = new();

    public Question Question { get; private set; }

    public SheetWords Words { get; } = new(say);

    /// <summary>Null while there is a question left.</summary>
    public GuideAnswer.Found? Found { get; private set; }

    /// <summary>The form was sent without an answer, or with one that cannot be.</summary>
    public bool Refused => Asked is not null && Asked == Answers.NameOf(Question);

    public int Number => (int)Question + 1;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Answers = new() { Group = Group, Document = Document, Until = Until, Situation = Situation, Date = Date, Department = Department };
        Question = Answers.Next(Guide, prefectures);
        if (Question == Question.None) Found = await answer.To(Answers, Guide, ct);
        else if (Refused) Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest;
    }

    /// <summary>Values and words of the question's choices.</summary>
    public IEnumerable<(string Value, string Words)> Choices() => Question switch
    {
        Question.Group => Guide.Groups.Select(g => (g.Id, say[$"guide.group.{g.Id}"])),
        Question.Document => Guide.Group(Group)!.Documents.Select(d => (d, say[$"guide.held.{d}"])),
        Question.Situation => Guide.SituationsOf(Group!).Select(s => (s.Id, say[$"guide.situation.{s.Id}"])),
        _ => prefectures.All.Select(p => (p.Code, $"{p.Code} – {p.Name}")),
    };

    /// <summary>What is asked: the date has a question of its own for each event.</summary>
    public string Ask() => Question == Question.Date ? say[$"guide.ask.{Guide.Situation(Situation)!.Asks}"] : say[$"guide.ask.{Key}"];

    public string Hint() => say.Find($"guide.ask.{Key}-hint") ?? "";

    /// <summary>The answers that were given, in words, each with the address where it can be changed.</summary>
    public IEnumerable<(string Ask, string Answer, string Address)> Given()
    {
        if (Question > Question.Group && Guide.Group(Group) is { } group)
        {
            yield return (say["guide.ask.group"], say[$"guide.group.{group.Id}"], Answers.Before(Question.Group));
            if (Question > Question.Document && group.Documents.Count > 1) yield return (say["guide.ask.document"], say[$"guide.held.{Document}"], Answers.Before(Question.Document));
        }
        if (Question > Question.Until && Answers.UntilDay is { } until) yield return (say["guide.ask.until"], say.Day(until), Answers.Before(Question.Until));
        if (Question > Question.Situation) yield return (say["guide.ask.situation"], say[$"guide.situation.{Situation}"], Answers.Before(Question.Situation));
        if (Question > Question.Date && Guide.Situation(Situation)?.Asks is { } asks)
            yield return (say[$"guide.ask.{asks}"], Answers.OtherDay is { } day ? say.Day(day) : say["guide.unknown-date"], Answers.Before(Question.Date));
        if (Question > Question.Department) yield return (say["guide.ask.department"], prefectures.Find(Department!)!.Name, Answers.Before(Question.Department));
    }

    private string Key => Question switch
    {
        Question.Group => "group",
        Question.Document => "document",
        Question.Until => "until",
        Question.Situation => "situation",
        Question.Date => "date",
        _ => "department",
    };
}
