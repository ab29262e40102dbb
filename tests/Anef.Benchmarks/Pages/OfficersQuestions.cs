namespace Anef.Benchmarks.Pages;

/// <summary>What officers ask of the list: every filter and order that it has, and searches easy and hard.</summary>
internal static class OfficersQuestions
{
    private const string List = "/agents/dossiers";
    private const int Some = 70;

    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Paths)>> All(CountrySite site, IReadOnlyList<FileKey> files)
    {
        var foreigners = new List<string>();
        foreach (var file in files.Take(Some)) foreigners.Add(await site.ForeignerNumberOf(file.Person));
        return
        [
            Same("list", ""), Same("list.us", "?etat=us"), Same("list.state", "?etat=toBeChecked"), Same("list.rare", "?etat=signed"), Same("list.none", "?etat=closed"), Same("list.procedure", "?demarche=CJF"),
            Same("list.otherProcedure", "?demarche=SAL"), Same("list.procedureAndState", "?demarche=SAL&etat=complete"), Same("list.near", "?proche=true"), Same("list.nearOfOther", "?proche=true&etat=signed&demarche=SAL"), Same("list.offered", "?proposes=true"),
            ("search.number", [.. files.Take(Some).Select(f => $"{List}?q={f.Number}")]),
            ("search.foreigner", [.. foreigners.Select(n => $"{List}?q={n}")]),
            ("search.name", [.. Enumerable.Range(0, Some).Select(i => Names.Of((i * 7919) + 1)).Select(n => Search($"{n.Surname} {n.FirstNames}"))]),
            ("search.prefix", [.. Enumerable.Range(0, Some).Select(i => Search(Names.Of((i * 7919) + 1).Surname[..3]))]),
            ("search.letter", [.. Enumerable.Range(0, Some).Select(i => Search($"{(char)('a' + (i % 26))}"))]),
            ("search.common", [.. Enumerable.Repeat(Search(Names.VeryCommon.ToLowerInvariant()), Some)]),
            ("search.commonTwice", [.. Enumerable.Repeat(Search("Traore Eloise"), Some)]),
            ("search.commonState", [.. Enumerable.Repeat(Search("Diallo") + "&etat=signed", Some)]),
            ("search.commonNone", [.. Enumerable.Repeat(Search("Diallo") + "&etat=closed", Some)]),
            ("search.commonAndAbsent", [.. Enumerable.Repeat(Search("Traore Xyzabc"), Some)]),
            ("search.nothing", [.. Enumerable.Repeat(Search("Zzyzx"), Some)]),
        ];
    }

    private static (string, IReadOnlyList<string>) Same(string name, string question) => (name, [.. Enumerable.Repeat(List + question, Some)]);

    private static string Search(string words) => $"{List}?q={Uri.EscapeDataString(words)}";
}
