namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Gives each line a number of its own: the sender's where it is the first to have it, else its place, else the next that is free.</summary>
internal static class LineNumbers
{
    public static List<ReadLine> Give(IReadOnlyList<ReadLine> lines)
    {
        var taken = new HashSet<int>();
        var given = lines.Select(l => l.Number > 0 && taken.Add(l.Number)).ToArray();
        var next = 1;
        return [.. lines.Select((line, i) => given[i] ? line : Renumbered(line, i + 1))];

        ReadLine Renumbered(ReadLine line, int place)
        {
            while (!taken.Add(place)) place = next++;
            return line with { Number = place, Faults = line.Number > 0 ? [.. line.Faults, $"line {line.Number}"] : line.Faults };
        }
    }
}
