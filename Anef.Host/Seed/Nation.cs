using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Host.Seed;

/// <summary>Draws the lives of a made-up country. A life depends on the seed and on its place alone: any of them can be drawn at any time, on any thread.</summary>
internal sealed class Nation
{
    /// <summary>Requests that renew, for one that does not.</summary>
    private const double RenewalsPerFirst = 2.5;

    /// <summary>Days before the end of a permit on which its renewal may be asked for, and for how many; art. R.431-5.</summary>
    private const int WindowOpens = 120, WindowDays = 60;
    private readonly SeedOrder _order;
    private readonly NationData _data;
    private readonly Fates _fates;
    private readonly Wheel<string> _departments;
    private readonly Wheel<NationData.FirstRequest> _firsts;
    private readonly Dictionary<string, Wheel<int>> _seasons;
    private readonly Wheel<NationData.Permit> _permits;
    private readonly Wheel<NationData.Shared> _languages;
    private readonly Wheel<int> _years;
    private readonly Dictionary<int, Wheel<int>> _endYears;
    private readonly DateOnly _from;
    private readonly int _newcomersPerThousand;

    public Nation(SeedOrder order, NationData data, IReadOnlyCollection<Prefecture> prefectures)
    {
        (_order, _data, _from) = (order, data, order.From);
        var open = prefectures.Where(p => p.SetAside is null).Select(p => p.Code).Order(StringComparer.Ordinal).ToList();
        _departments = new(open, code => data.Departments.GetValueOrDefault(code, 1));
        _fates = new(data, _departments);
        _firsts = new(data.Firsts, f => f.Share);
        _seasons = data.Firsts.ToDictionary(f => f.Procedure, f => new Wheel<int>(Enumerable.Range(1, 12), month => f.Season[month - 1]));
        _permits = new(data.Permits, p => p.Share);
        _languages = new(data.Languages, l => l.Share);
        _years = Years(order.Years);
        // A permit ends within its own length; those that end in the year after the last day are known, and not yet asked for again.
        _endYears = data.Permits.Select(p => p.Months).Distinct().ToDictionary(months => months, months => Years(Math.Min((months + 11) / 12, order.Years + 1)));
        // Whoever came lately renews in their turn: the longer the history, the more of these there are.
        var renewalsOfALife = 0.24 * (order.Years - 1);
        _newcomersPerThousand = (int)(1000 * (1 + renewalsOfALife) / (1 + RenewalsPerFirst));

        Wheel<int> Years(int count) => new(Enumerable.Range(0, count), i => 100 + (data.GrowthPercent * i));
    }

    public Life Draw(long index)
    {
        var lot = new Lot(Lot.Mix((ulong)index) ^ Lot.Mix((ulong)_order.Seed + 0x9E3779B97F4A7C15UL));
        return lot.Happens(_newcomersPerThousand) ? Newcomer(index, lot) : Resident(index, lot);
    }

    private Life Newcomer(long index, Lot lot)
    {
        var first = _firsts.Draw(lot);
        var prefecture = _departments.Draw(lot);
        var on = In(_years.Draw(lot), _seasons[first.Procedure].Draw(lot), lot);
        var (born, since) = (Born(lot, first.Young, on), first.Since is null ? (DateOnly?)null : on.AddDays(-lot.Between(5, 55)));
        var wish = _fates.First(lot, prefecture) with { Procedure = first.Procedure, Ground = first.Ground, On = on };
        if (first.Protection is not null && lot.Happens(700)) wish = wish with { CivilStatusAfter = lot.Between(150, 330) };
        return Someone(index, lot, prefecture, born, lot.Happens(first.Safe ? 500 : 0), first.Protection, since, null, [wish, .. Renewals(lot, prefecture)]);
    }

    private Life Resident(long index, Lot lot)
    {
        var permit = _permits.Draw(lot);
        var prefecture = _departments.Draw(lot);
        var renewals = Renewals(lot, prefecture);
        DateOnly until;
        // Whoever asked before the first day is not of this history: else all of them would ask on that day.
        do until = EndOf(permit, _endYears[permit.Months].Draw(lot), lot);
        while (until.AddDays(-WindowOpens + (WindowDays * renewals[0].InWindow / 1000) + renewals[0].LateBy) < _from);
        var held = new LifePermit(permit.Procedure, permit.Ground, until.AddDays(1).AddMonths(-permit.Months), until, permit.Work);
        var protection = permit.Procedure == "PS" ? "subsidiary" : null;
        return Someone(index, lot, prefecture, Born(lot, permit.Young, until), false, protection, protection is null ? null : held.From.AddDays(-lot.Between(90, 300)), held, renewals);
    }

    private Life Someone(long index, Lot lot, string prefecture, DateOnly born, bool safe, string? protection, DateOnly? since, LifePermit? held, IReadOnlyList<LifeRequest> requests)
    {
        var woman = lot.Happens(510);
        var (surname, firstNames) = MadeUpNames.Draw(lot, woman);
        return new((ulong)_order.Seed, index)
        {
            Prefecture = prefecture, Surname = surname, FirstNames = firstNames, Born = born, Sex = woman ? "F" : "M", Nationality = lot.Of(_data.Nationalities), Language = _languages.Draw(lot).Code,
            Safe = safe, Protection = protection, Since = since, Held = held, Requests = requests, Outage = lot.Happens(12) ? lot.Between(1, 25) : 0, From = _from, Until = _order.Until,
        };
    }

    /// <summary>One a year at most.</summary>
    private IReadOnlyList<LifeRequest> Renewals(Lot lot, string prefecture) => [.. Enumerable.Range(0, _order.Years + 1).Select(_ => _fates.Renewal(lot, prefecture))];

    private DateOnly In(int year, int month, Lot lot)
    {
        // Months are counted from the first one of the history, so that each year of it has the twelve of them.
        var begins = new DateOnly(_from.Year, _from.Month, 1).AddMonths(12 * year);
        var first = begins.AddMonths((month - begins.Month + 12) % 12);
        return first.AddDays(lot.Below(DateTime.DaysInMonth(first.Year, first.Month)));
    }

    private DateOnly EndOf(NationData.Permit permit, int year, Lot lot)
    {
        var drawn = lot.Below(1000);
        foreach (var cliff in _data.Cliffs)
            if ((drawn -= permit.Young ? cliff.Young : cliff.Share) < 0) return In(year, cliff.Month, lot) is var day ? new(day.Year, day.Month, cliff.Day) : default;
        return _from.AddDays((365 * year) + lot.Below(365));
    }

    private static DateOnly Born(Lot lot, bool young, DateOnly around) => around.AddYears(-(young ? lot.Between(19, 29) : lot.Between(21, 68))).AddDays(-lot.Below(365));
}
