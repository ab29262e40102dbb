using System.Globalization;
using Anef.Benchmarks;
using Anef.Benchmarks.Pages;

// The floor of "start": the smallest host there is, in a process of its own.
if (args is ["empty-host", var url]) return EmptyHost.Run(url);

var quick = args.Contains("--quick");
var names = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] is not ("--people" or "--data" or "--only" or "--match"))).ToList();
(string Name, Func<bool, Task<IReadOnlyList<Figure>>> Measure)[] all =
[
    ("sweep", SweepBenchmark.Measure),
    ("scaling", ScalingBenchmark.Measure),
    ("verification", VerificationBenchmark.Measure),
    ("pdf", PdfBenchmark.Measure),
    ("start", StartBenchmark.Measure),
    ("pages", PagesBenchmark.Measure),
    ("partners", PartnerBenchmark.Measure),
    ("plan", PlanBenchmark.Measure),
    ("worklist", WorklistBenchmark.Measure),
    ("report", ReportBenchmark.Measure),
];
if (names.FirstOrDefault(name => all.All(b => b.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark « {unknown} »: {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}
var figures = new List<Figure>();
foreach (var benchmark in all.Where(b => names.Count == 0 || names.Contains(b.Name)))
{
    Console.WriteLine($"# {benchmark.Name}");
    figures.AddRange(await benchmark.Measure(quick));
}
Console.WriteLine();
foreach (var figure in figures)
    Console.WriteLine(string.Join('\t', figure.Name, figure.Ratio.ToString("0.00", CultureInfo.InvariantCulture), figure.Limit.ToString("0.##", CultureInfo.InvariantCulture), figure.Holds ? "ok" : "short"));
return 0;
