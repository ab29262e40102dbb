using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Languages;

namespace Anef.Procedures.ReadProcedure;

/// <summary>What the rules say, in the reader's language where it has the words, else in French and marked as such.</summary>
internal sealed class SheetWords(Say say)
{
    public bool French => say.Language.Code == "fr";

    /// <summary>A plain name; the official one where there is none.</summary>
    public string Name(string code, string official) => say.Find($"procedure.{code}") ?? official;

    public string Kind(string kind) => say.Find($"kind.{kind}") ?? kind;

    public string Document(RequiredDocument document) => say.Named("document", document.Code, document.Label);

    /// <summary>Null where only the French of the rules can say it.</summary>
    public string? Window(SheetWindow window) => say.Find($"public.window.{window.Id}") is null ? null
        : say[$"public.window.{window.Id}", ("opens", Delay(window.Terms.Opens)), ("closes", Delay(window.Terms.Closes)), ("age", window.Terms.Age)];

    public string Delay(Delay? delay) => delay switch
    {
        null => "",
        { Months: 0, Days: var days } => say.Count("public.days", days),
        { Days: 0, Months: var months } => say.Count("public.months", months),
        var both => $"{say.Count("public.months", both.Months)}, {say.Count("public.days", both.Days)}",
    };

    public string Term(DocumentTerm term) => say[$"public.provisional.{term.Kind}", ("lasts", Delay(new() { Months = term.Months, Days = term.Days }))];
}
