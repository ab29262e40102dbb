using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Integration.Outside;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Killed;

/// <summary>A database in which many are due today by the real clock, for hosts that are processes and may be killed.</summary>
internal sealed class Night : IAsyncDisposable
{
    /// <summary>Renewals are filed between 120 and 60 days before the end; the next document is issued 15 days before it.</summary>
    private const int FiledAgo = 70;

    private readonly List<HostProcess> _hosts = [];

    private Night(AnefHouse house, IReadOnlyList<Applicant> applicants, DateOnly today) => (House, Applicants, Today) = (house, applicants, today);

    /// <summary>Looks at the database from within; its clock stands at the start of the night.</summary>
    public AnefHouse House { get; }

    public IReadOnlyList<Applicant> Applicants { get; }

    public DateOnly Today { get; }

    /// <summary>First day of the document that is due.</summary>
    public DateOnly NextFrom => Today.AddDays(16);

    public static async Task<Night> Prepare(DatabaseProvider provider, int people)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = now.DayIn(CivilTime.Paris);
        var house = await AnefHouse.Build(provider, now.AddDays(-FiledAgo));
        var one = await house.Renew(Coverage.Applicants.Person("ORDINARY", heldUntil: today.AddDays(15)));
        await house.Drain();
        var night = new Night(house, await house.Multiply(one, people), today);
        house.Clock.SetUtcNow(now);
        return night;
    }

    /// <summary>Starts a host on it and waits until it answers.</summary>
    public async Task<HostProcess> Start(CancellationToken ct, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var (host, _) = await HostProcess.Serve(House.Folder, Settings(settings ?? []), ct);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task Until(Func<Task<bool>> so, CancellationToken ct)
    {
        while (!await so()) await Task.Delay(TimeSpan.FromMilliseconds(10), ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await House.DisposeAsync();
    }

    private Dictionary<string, string?> Settings(IEnumerable<KeyValuePair<string, string?>> more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = House.Database.Provider.ToString(),
            ["Database:ConnectionString"] = House.Database.ConnectionString,
            ["Mail:OutgoingFolder"] = Path.Combine(House.Folder, "mail"),
        };
        foreach (var (name, value) in more) settings[name] = value;
        return settings;
    }
}
