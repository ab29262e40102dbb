using Anef.Staffing.Domain;

namespace Anef.Staffing.RedistributeWork;

/// <summary>Somebody who is there and can take files.</summary>
internal sealed record Taker(Guid AccountId, string Name, TeamMember? Member, bool Referent, int Load)
{
    public bool Takes(WorkFile file, int load) => (Member is null || Member.Takes(file)) && (!file.Restricted || Referent) && (Member is not { Capacity: > 0 } || load < Member.Capacity);
}

/// <summary>Shares files out: each, in the order of the list, to who can take it and has least for their share of a post; of equals to who speaks the person's language, then by name.</summary>
internal static class Sharing
{
    /// <returns>For each file, who takes it; null when nobody can.</returns>
    public static IReadOnlyList<(WorkFile File, Taker? To)> Out(IEnumerable<WorkFile> files, IReadOnlyList<Taker> takers)
    {
        var loads = takers.ToDictionary(t => t.AccountId, t => t.Load);
        var shared = new List<(WorkFile, Taker?)>();
        foreach (var file in files)
        {
            var to = takers.Where(t => t.Takes(file, loads[t.AccountId]))
                .OrderBy(t => loads[t.AccountId] * 100 / (t.Member?.Share ?? 100)).ThenBy(t => t.Member is { } m && m.Speaks(file) ? 0 : 1).ThenBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault();
            if (to is not null) loads[to.AccountId]++;
            shared.Add((file, to));
        }
        return shared;
    }
}
