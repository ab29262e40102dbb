using System.Globalization;
using Anef.SharedKernel.Rules;

namespace Anef.Staffing.PlanStaffing;

/// <summary>What somebody supposes in place of what is known. Written <c>KEY=VALUE</c>; what is not said stays as it is.</summary>
internal sealed record PlanSettings
{
    private static readonly IReadOnlyDictionary<string, Number> Numbers = new Dictionary<string, Number>
    {
        ["growth"] = new(-50, 100, "croissance des demandes, en % par an", (s, v) => s with { Growth = v }),
        ["inflow"] = new(0, 1_000_000, "demandes attendues par an, à la place de la prévision", (s, v) => s with { Inflow = v }),
        ["staff"] = new(0, 5_000, "agents présents, en équivalents temps plein", (s, v) => s with { Staff = v }),
        ["aid"] = new(-500, 500, "équivalents temps plein prêtés par une autre préfecture (négatif : prêtés à une autre)", (s, v) => s with { Aid = v }),
        ["absence"] = new(0, 60, "absences imprévues, en %", (s, v) => s with { Absence = v }),
        ["leave"] = new(0, 120, "congés et formation, en jours ouvrés par agent et par an", (s, v) => s with { Leave = v }),
        ["hours"] = new(0.5, 8, "heures par jour de présence données aux dossiers", (s, v) => s with { Hours = v }),
        ["target"] = new(5, 365, "délai visé pour quatre dossiers sur cinq, en jours", (s, v) => s with { Target = (int)v }, Whole: true),
        ["catchup"] = new(0, 180, "jours laissés au rattrapage avant que les objectifs soient jugés", (s, v) => s with { CatchUp = (int)v }, Whole: true),
        ["skills"] = new(0, 1, "compétences : 1, chaque agent ne prend que ce qu'il a appris (d'ordinaire) ; 0, chacun peut tout prendre", (s, v) => s with { Skills = v == 1 }, Whole: true),
        ["runs"] = new(200, 5_000, "nombre de tirages", (s, v) => s with { Runs = (int)v }, Whole: true),
        ["seed"] = new(0, int.MaxValue, "graine du hasard", (s, v) => s with { Seed = (int)v }, Whole: true),
    };

    private static readonly Number MinutesOf = new(1, 2_000, "minutes par dossier", (s, _) => s);

    public double? Growth { get; init; }

    public double? Inflow { get; init; }

    public double? Staff { get; init; }

    public double Aid { get; init; }

    public double? Absence { get; init; }

    public double? Leave { get; init; }

    public double? Hours { get; init; }

    public int Target { get; init; } = 60;

    public int CatchUp { get; init; } = 90;

    /// <summary>Officers do what they have learned and nothing else.</summary>
    public bool Skills { get; init; } = true;

    public int Runs { get; init; } = 200;

    public int Seed { get; init; } = 1;

    /// <summary>The day on which the plan begins; null for today.</summary>
    public DateOnly? From { get; init; }

    public IReadOnlyDictionary<string, double> Minutes { get; init; } = new Dictionary<string, double>();

    /// <summary>Procedures that go online, and from when.</summary>
    public IReadOnlyDictionary<string, DateOnly> Online { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Every key with what it takes.</summary>
    public static IReadOnlyList<string> Help { get; } =
    [
        .. Numbers.Select(n => $"{n.Key} : {n.Value.Words}, {n.Value.Range}"), $"minutes.CODE : minutes par dossier d'une démarche, {MinutesOf.Range}",
        "online.CODE : jour à partir duquel la démarche est en ligne, AAAA-MM-JJ", "from : premier jour du plan, AAAA-MM-JJ",
    ];

    /// <param name="written"><c>KEY=VALUE</c>.</param>
    /// <param name="codes">Of the catalogue.</param>
    /// <exception cref="RuleBroken">With what would be accepted.</exception>
    public static PlanSettings Parse(IEnumerable<string> written, IReadOnlyCollection<string> codes) => written.Aggregate(new PlanSettings(), (settings, pair) => settings.With(pair, codes));

    private PlanSettings With(string pair, IReadOnlyCollection<string> codes)
    {
        var cut = pair.IndexOf('=', StringComparison.Ordinal);
        if (cut < 1) throw Bad($"« {pair} » n'est pas un réglage : écrivez CLÉ=VALEUR, par exemple growth=8.");
        var (key, value) = (pair[..cut].Trim(), pair[(cut + 1)..].Trim());
        if (Numbers.TryGetValue(key, out var number)) return number.Set(this, number.Read(key, value));
        if (key == "from") return this with { From = Day(key, value) };
        var (family, code) = key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (key[..dot], key[(dot + 1)..].ToUpperInvariant()) : (key, "");
        if (family is not ("minutes" or "online")) throw Bad($"Le réglage « {key} » n'existe pas ; sont acceptés : {string.Join(", ", Numbers.Keys)}, from, minutes.CODE, online.CODE.");
        if (!codes.Contains(code)) throw Bad($"« {key} » : la démarche « {code} » n'est pas au catalogue ; ses codes sont {string.Join(", ", codes)}.");
        return family == "minutes"
            ? this with { Minutes = new Dictionary<string, double>(Minutes) { [code] = MinutesOf.Read(key, value) } }
            : this with { Online = new Dictionary<string, DateOnly>(Online) { [code] = Day(key, value) } };
    }

    private static DateOnly Day(string key, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Bad($"« {key}={value} » : un jour est attendu, de la forme 2027-03-01.");

    private static RuleBroken Bad(string words) => new("staffing.plan-setting", words);

    private sealed record Number(double Least, double Most, string Words, Func<PlanSettings, double, PlanSettings> Set, bool Whole = false)
    {
        public string Range => string.Create(CultureInfo.InvariantCulture, $"de {Least} à {Most}{(Whole ? ", en nombre entier" : "")}");

        public double Read(string key, string value)
        {
            var read = double.TryParse(value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            if (!read || !(number >= Least && number <= Most) || (Whole && number != Math.Floor(number))) throw Bad($"« {key}={value} » n'est pas accepté : {Words}, {Range}.");
            return number;
        }
    }
}
