using Anef.Staffing.Domain.Planning;

namespace Anef.Staffing.PlanStaffing;

/// <summary>Who there is to take what, in full-time equivalents. An officer of whom nothing is written takes everything.</summary>
/// <remarks>They bound what is done month by month. How many people are needed is worked out as if everybody had learned everything, for who learns what is the manager's to change.</remarks>
internal sealed class Skills(IReadOnlyList<Skilled> officers)
{
    /// <summary>Hundredths of an equivalent: amounts that are moved about and never get lost.</summary>
    private const int Parts = 100;

    /// <summary>Those who take a procedure; null where no officer is known.</summary>
    public double? Of(string procedure) => officers.Count == 0 ? null : Math.Round(officers.Where(o => o.Takes(procedure)).Sum(o => o.Staff), 2);

    /// <summary>The groups of officers who take what not all of them do, and the group of each of these procedures.</summary>
    public (IReadOnlyList<SkillPool> Pools, IReadOnlyDictionary<string, int> Of) Pools(IEnumerable<string> procedures)
    {
        var present = officers.Where(o => o.Staff > 0).ToList();
        var takers = procedures.ToDictionary(code => code, code => Enumerable.Range(0, present.Count).Where(place => present[place].Takes(code)).ToHashSet());
        var sets = takers.Values.Where(t => t.Count < present.Count).Distinct(HashSet<int>.CreateSetComparer()).ToList();
        var all = present.Sum(o => o.Staff);
        return ([.. sets.Select(set => new SkillPool(set.Sum(place => present[place].Staff) / all, [.. Enumerable.Range(0, sets.Count).Where(other => set.IsSubsetOf(sets[other]))]))],
            takers.ToDictionary(t => t.Key, t => sets.FindIndex(t.Value.SetEquals)));
    }

    /// <summary>Of these loads, what finds nobody who has learned it, however the work is shared out and though there are hands enough; null where no officer is known.</summary>
    public double? Lacking(IReadOnlyDictionary<string, double> loads)
    {
        if (officers.Count == 0) return null;
        var kinds = officers.GroupBy(o => string.Join(' ', o.Procedures.Order(StringComparer.Ordinal))).Select(g => g.First() with { Staff = g.Sum(o => o.Staff) }).ToList();
        var sharing = new Sharing(kinds, [.. loads.Keys]);
        var placed = loads.Keys.Select((code, place) => sharing.Place(place, (int)Math.Round(loads[code] * Parts))).Sum();
        var most = Math.Min(loads.Values.Sum(load => (int)Math.Round(load * Parts)), kinds.Sum(k => (int)Math.Round(k.Staff * Parts)));
        return (most - placed) / (double)Parts;
    }

    /// <summary>Shares work out so that the most of it is done: what somebody has is moved to another when they alone can take what comes.</summary>
    private sealed class Sharing(List<Skilled> kinds, List<string> procedures)
    {
        private readonly int[] _free = [.. kinds.Select(k => (int)Math.Round(k.Staff * Parts))];
        private readonly int[,] _has = new int[kinds.Count, procedures.Count];

        public int Place(int procedure, int wanted)
        {
            var placed = 0;
            while (placed < wanted && Find(procedure, wanted - placed, new bool[kinds.Count]) is > 0 and var more) placed += more;
            return placed;
        }

        private int Find(int procedure, int wanted, bool[] asked)
        {
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                if (asked[kind] || !kinds[kind].Takes(procedures[procedure])) continue;
                asked[kind] = true;
                if (Free(kind, wanted, asked) is not (> 0 and var freed)) continue;
                _has[kind, procedure] += freed;
                return freed;
            }
            return 0;
        }

        private int Free(int kind, int wanted, bool[] asked)
        {
            if (Math.Min(_free[kind], wanted) is > 0 and var free)
            {
                _free[kind] -= free;
                return free;
            }
            for (var other = 0; other < procedures.Count; other++)
                if (_has[kind, other] > 0 && Find(other, Math.Min(wanted, _has[kind, other]), asked) is > 0 and var moved)
                {
                    _has[kind, other] -= moved;
                    return moved;
                }
            return 0;
        }
    }
}

/// <param name="Staff">Full-time equivalents.</param>
/// <param name="Procedures">Catalogue codes; none means all.</param>
internal sealed record Skilled(double Staff, IReadOnlyList<string> Procedures)
{
    public bool Takes(string procedure) => Procedures.Count == 0 || Procedures.Contains(procedure);
}
