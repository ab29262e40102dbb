using System.Text.Json;

namespace Anef.Host.Seed;

/// <summary>What the made-up country is like: data beside this class, embedded in the program. Shares are weights.</summary>
internal sealed record NationData
{
    public required IReadOnlyDictionary<string, int> Departments { get; init; }

    /// <summary>By which the requests of a year exceed those of the year before.</summary>
    public required int GrowthPercent { get; init; }

    public required IReadOnlyList<FirstRequest> Firsts { get; init; }

    public required IReadOnlyList<Permit> Permits { get; init; }

    /// <summary>Days on which many permits end, in thousandths.</summary>
    public required IReadOnlyList<Cliff> Cliffs { get; init; }

    public required MedianDelays Delays { get; init; }

    /// <summary>Hundredths of the median at each tenth of the requests.</summary>
    public required IReadOnlyList<int> Spread { get; init; }

    /// <summary>Requests about which an organisation writes, unless they are decided before.</summary>
    public required int WrittenAboutPerThousand { get; init; }

    public required IReadOnlyList<Shared> Channels { get; init; }

    public required IReadOnlyList<Shared> Languages { get; init; }

    public required IReadOnlyList<string> Nationalities { get; init; }

    public static NationData Read()
    {
        using var data = typeof(NationData).Assembly.GetManifestResourceStream("nation.json") ?? throw new InvalidOperationException("nation.json is not embedded");
        return JsonSerializer.Deserialize<NationData>(data, JsonSerializerOptions.Web)!;
    }

    /// <param name="Season">Weights of the months.</param>
    /// <param name="Since"><c>entry</c> or <c>recognition</c>: what its delay counts from; null for neither.</param>
    /// <param name="Safe">Nothing may leave for their addresses, for one in two.</param>
    internal sealed record FirstRequest(string Procedure, string Ground, int Share, IReadOnlyList<int> Season, string? Since = null, string? Protection = null, bool Young = false, bool Safe = false);

    internal sealed record Permit(string Procedure, string Ground, int Share, int Months, bool Work, bool Young = false);

    internal sealed record Cliff(int Month, int Day, int Share, int Young);

    /// <summary>In days from completeness to the decision.</summary>
    internal sealed record MedianDelays(int First, int Renewal, IReadOnlyDictionary<string, IReadOnlyList<int>> Of);

    internal sealed record Shared(string Code, int Share);
}
