namespace Anef.SharedKernel.Languages;

/// <summary>Which form of a word goes with a number, as its language file says: <c>one: "n=0-1"</c>, <c>few: "n%100=3-10"</c>.</summary>
/// <remarks>The names of the forms and the rules are CLDR's. What no rule takes is <c>other</c>.</remarks>
public sealed class Plurals
{
    private readonly List<(string Form, int Modulo, (int From, int To)[] Ranges)> _rules = [];

    /// <summary>Reads the rules of a language, in their order.</summary>
    /// <exception cref="FormatException">A rule is not of the form <c>n=1</c> or <c>n%100=3-10,12</c>.</exception>
    public Plurals(IEnumerable<KeyValuePair<string, string>> rules)
    {
        foreach (var (form, rule) in rules) _rules.Add(Read(form, rule));
    }

    /// <summary>The form for a number.</summary>
    public string FormOf(long number)
    {
        foreach (var (form, modulo, ranges) in _rules)
        {
            var n = modulo > 0 ? number % modulo : number;
            if (ranges.Any(r => n >= r.From && n <= r.To)) return form;
        }
        return "other";
    }

    /// <summary>Every form that the language has.</summary>
    public IEnumerable<string> Forms => _rules.Select(r => r.Form).Append("other");

    private static (string, int, (int, int)[]) Read(string form, string rule)
    {
        var sides = rule.Split('=', 2, StringSplitOptions.TrimEntries);
        var subject = sides[0].Split('%', 2);
        if (sides.Length != 2 || subject[0] != "n" || (subject.Length == 2 && !int.TryParse(subject[1], out _))) throw new FormatException($"« {rule} »");
        return (form, subject.Length == 2 ? Number(subject[1]) : 0, [.. sides[1].Split(',').Select(Range)]);
    }

    private static (int, int) Range(string written) => written.Split('-') switch
    {
        [var one] => (Number(one), Number(one)),
        [var from, var to] => (Number(from), Number(to)),
        _ => throw new FormatException($"« {written} »"),
    };

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
