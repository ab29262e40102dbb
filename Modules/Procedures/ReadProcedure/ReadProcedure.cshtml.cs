using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ReadProcedure;

[OpenToAll]
internal sealed class ReadProcedurePage(IProcedures procedures, IRules rules, TimeProvider clock) : PageModel
{
    public Procedure Procedure { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public string Window { get; private set; } = "";

    public string? Doubt { get; private set; }

    public IReadOnlyList<RequiredDocument> Documents { get; private set; } = [];

    public IReadOnlyList<Answers> ByKind { get; private set; } = [];

    public IReadOnlyList<RuleVersion> Versions { get; private set; } = [];

    public void OnGet(string code)
    {
        Today = clock.Today(CivilTime.Paris);
        Procedure = procedures.Find(code.ToUpperInvariant(), Today) ?? throw new NotFound("cette démarche");
        var book = rules.Current;
        Window = WindowWords(book);
        Doubt = book.Entry(Procedure.Code, Today).Doubt;
        Documents = procedures.DocumentsOf(Procedure.Code, Procedure.Kinds[0], Today);
        ByKind = [.. Procedure.Kinds.Select(AnswersFor)];
        Versions = [book.Catalogue.On(Today), book.Online.On(Today), book.Windows.On(Today), book.Late.On(Today), book.Silence.On(Today), book.Work.On(Today),
            book.Provisional.On(Today), book.Protection.On(Today), book.LegalCoverage.On(Today), book.Fees.On(Today), book.Documents.On(Today)];
    }

    /// <summary>A procedure that is not online keeps the two months, whatever its own window will be.</summary>
    private string WindowWords(RuleBook book)
    {
        var windows = book.Windows.On(Today);
        return windows.WordsOf(Procedure is { Window: WindowIds.Online, Online: false } ? WindowIds.TwoMonths : Procedure.Window) ?? "";
    }

    private Answers AnswersFor(string kind)
    {
        var facts = new FilingFacts { Procedure = Procedure.Code, Kind = kind, Ground = Procedure.Articles is [var first, ..] ? first : "", Department = "75", On = Today };
        return new(kind, procedures.FeeOf(Procedure.Code, kind, Today), procedures.SilenceOf(Procedure.Code, kind, Today), procedures.ProvisionalOf(facts));
    }

    /// <summary>What the rules say today of one kind of request.</summary>
    internal sealed record Answers(string Kind, FeeRuling Fee, SilenceDate? Silence, ProvisionalRule? Provisional);
}
