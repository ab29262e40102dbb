using System.Diagnostics;
using System.Globalization;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Npgsql;

namespace Anef.Benchmarks.Pages;

/// <summary>Pages at a million requests: the space and the file against a bare page of the same layout, the officers' list and search in milliseconds.</summary>
/// <remarks><c>--people N</c> for another size, <c>--only PROVIDER</c>, <c>--match PART</c> of a page's or a question's name; <c>--data FOLDER</c> keeps the population for the next run.</remarks>
internal static class PagesBenchmark
{
    private const double LongestList = 60;

    public static async Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        if (CommandLine.Option("--only") is { } only) return await Measure(Enum.Parse<DatabaseProvider>(only, ignoreCase: true), quick);
        // A process each, as in life: some queries are translated once and for all.
        List<Figure> figures = [.. await Apart(DatabaseProvider.Sqlite), .. await Apart(DatabaseProvider.PostgreSql)];
        return figures;
    }

    /// <summary>The same words to a process of its own; its table is read as it is written.</summary>
    private static async Task<IReadOnlyList<Figure>> Apart(DatabaseProvider provider)
    {
        var words = Environment.GetCommandLineArgs();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Under "dotnet", the program is the first word.
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [words[0]] : [];
        var told = new[] { "--people", "--data", "--match" }.Where(o => CommandLine.Option(o) is not null).SelectMany(o => new[] { o, CommandLine.Option(o)! });
        foreach (var word in program.Concat(["pages", "--only", $"{provider}"]).Concat(words.Where(w => w == "--quick")).Concat(told)) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var figures = new List<Figure>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split('\t') is [var name, var ratio, var limit, _]) figures.Add(new(name, double.Parse(ratio, CultureInfo.InvariantCulture), double.Parse(limit, CultureInfo.InvariantCulture), !name.EndsWith(".ms", StringComparison.Ordinal)));
            else if (line.Length > 0 && line[0] != '#') Console.WriteLine(line);
        }
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? figures : throw new InvalidOperationException($"the pages on {provider} could not be measured");
    }

    private static Task<IReadOnlyList<Figure>> Measure(DatabaseProvider only, bool quick) => EachDatabase.On(only, "pages", async (provider, database) =>
    {
        var people = CommandLine.People(quick ? 50_000 : 1_000_000);
        var kept = CommandLine.Option("--data");
        var folder = kept is null ? Directory.CreateTempSubdirectory("anef-pages-").FullName : Directory.CreateDirectory(Path.Combine(kept, $"{people}")).FullName;
        await using var site = await CountrySite.Start(provider, await Place(provider, folder, people), folder, people);
        var figures = await Measure(site, database, quick);
        if (kept is null) Directory.Delete(folder, recursive: true);
        return figures;
    });

    private static async Task<IReadOnlyList<Figure>> Measure(CountrySite site, string provider, bool quick)
    {
        using var browsers = new Browsers(site.Address);
        var seconds = quick ? 2 : 6;
        var applicants = await site.Applicants(quick ? 300 : 2_000);
        var officers = await site.Officers(20);
        var files = await site.Files(quick ? 1_000 : 20_000, Country.Largest);
        var bare = applicants.Select(a => new Visit(a.Cookie, Floor(a.File)));
        var figures = new List<Figure>();
        (string Name, IEnumerable<Visit> Page, IEnumerable<Visit> Bare)[] pages =
        [
            ("space", applicants.Select(a => new Visit(a.Cookie, "/mon-espace")), bare),
            ("file", files.Select((f, i) => new Visit(officers[i % officers.Count], $"/agents/dossiers/{f.Number}")), files.Select((f, i) => new Visit(officers[i % officers.Count], Floor(f)))),
        ];
        foreach (var (name, page, floor) in pages.Where(p => IsWanted(p.Name))) figures.Add(await Ratio($"pages.{name}.{provider}", browsers, page, floor, seconds));
        foreach (var (name, paths) in (await OfficersQuestions.All(site, files)).Where(q => IsWanted(q.Name)))
            figures.Add(await Time($"pages.{name}.{provider}", browsers, paths.Select((path, i) => new Visit(officers[i % officers.Count], path)).ToList(), quick ? 20 : 60));
        return figures;
    }

    private static string Floor(FileKey file) => $"/banc/plancher/{file.Id}";

    private static async Task<Figure> Ratio(string name, Browsers browsers, IEnumerable<Visit> page, IEnumerable<Visit> bare, int seconds)
    {
        var (ours, theirs) = (await browsers.Open(page), await browsers.Open(bare));
        await browsers.Rate(theirs, 5);
        await browsers.Rate(ours, 10);
        var (rates, floors) = (new List<(double Rate, double Processor)>(), new List<(double Rate, double Processor)>());
        for (var round = 0; round < 5; round++)
        {
            floors.Add(await browsers.Rate(theirs, seconds / 2.0));
            rates.Add(await browsers.Rate(ours, seconds / 2.0));
        }
        var ratio = Median.Of(rates.Zip(floors, (page, floor) => page.Rate / floor.Rate));
        var processor = Median.Of(rates.Zip(floors, (page, floor) => floor.Processor / page.Processor));
        Console.WriteLine($"{name}: {Median.Of(rates.Select(r => r.Rate)):N0} requests a second, bare page {Median.Of(floors.Select(r => r.Rate)):N0}, ratio {ratio:0.00}; "
            + $"processor {Median.Of(rates.Select(r => r.Processor)):0.00} ms, bare page {Median.Of(floors.Select(r => r.Processor)):0.00} ms, ratio {processor:0.00}");
        return new Figure(name, ratio, 0.5, AtLeast: true);
    }

    private static async Task<Figure> Time(string name, Browsers browsers, IReadOnlyList<Visit> visits, int times)
    {
        var opened = await browsers.Open(visits.Take(times + 10));
        await browsers.Times([.. opened.Take(10)]);
        var taken = (await browsers.Times([.. opened.Skip(10)])).Order().ToList();
        Console.WriteLine($"{name}: {Median.Of(taken):0.0} ms at the median, {taken[taken.Count * 95 / 100]:0.0} ms at 95 %");
        return new Figure($"{name}.ms", Median.Of(taken), LongestList);
    }

    private static async Task<string> Place(DatabaseProvider provider, string folder, int people)
    {
        if (provider == DatabaseProvider.Sqlite) return $"Data Source={Path.Combine(folder, "anef.db")}";
        var server = Environment.GetEnvironmentVariable("ANEF_TEST_POSTGRESQL");
        var name = $"anef_pages_{people}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand("SELECT COUNT(*) FROM pg_database WHERE datname = @name", connection) { Parameters = { new("name", name) } };
#pragma warning disable CA2100 // a number and words of this class
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
#pragma warning restore CA2100
        if ((long)(await exists.ExecuteScalarAsync())! == 0) await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private static bool IsWanted(string name) => CommandLine.Option("--match") is not { } part || name.Contains(part, StringComparison.Ordinal);
}
