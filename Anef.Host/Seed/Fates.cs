using Anef.SharedKernel.Seeding;

namespace Anef.Host.Seed;

/// <summary>Draws how requests are filed and handled.</summary>
internal sealed class Fates(NationData data, Wheel<string> departments)
{
    private readonly Wheel<NationData.Shared> _channels = new(data.Channels, c => c.Share);

    public LifeRequest First(Lot lot, string prefecture) => Drawn(lot, Median(prefecture, renewal: false), refusedPerThousand: 90);

    public LifeRequest Renewal(Lot lot, string prefecture) =>
        Drawn(lot, Median(prefecture, renewal: true), refusedPerThousand: 25) with { InWindow = lot.Below(1000), LateBy = lot.Happens(70) ? lot.Between(1, 75) : 0 };

    private LifeRequest Drawn(Lot lot, int median, int refusedPerThousand)
    {
        var decided = median * Spread(lot) / 100;
        var wish = new LifeRequest
        {
            Channel = _channels.Draw(lot).Code, Minute = lot.Between(7 * 60, (22 * 60) - 1),
            MissingFor = !lot.Happens(90) ? 0 : lot.Happens(880) ? lot.Between(3, 60) : null,
            AskedAfter = lot.Happens(190) ? 2 + (decided * lot.Between(5, 25) / 100) : 0, AnsweredAfter = lot.Happens(950) ? lot.Between(2, 50) : null,
            ConfirmedAfter = Math.Max(1, decided * lot.Between(10, 35) / 100), DecidedAfter = decided,
            Refused = lot.Happens(refusedPerThousand), Removal = lot.Happens(500), NotifiedAfter = lot.Between(1, 6),
            CardAfter = lot.Between(12, 30), HandedOverAfter = lot.Happens(985) ? lot.Between(3, 40) : null,
            WrittenAboutAfter = lot.Happens(data.WrittenAboutPerThousand) ? 10 + lot.Below(decided + 20) : 0, RepliedWithin = lot.Happens(940) ? lot.Between(10, 120) : null,
        };
        // The rare ends, one at the most.
        return lot.Below(1000) switch
        {
            < 12 => wish with { WithdrawnAfter = 1 + lot.Below(decided + 1) },
            < 18 => wish with { ClosedAfter = 5 + lot.Below(decided + 1) },
            < 48 => wish with { MovedAfter = 5 + lot.Below(decided + 1), MovedTo = departments.Draw(lot), AcceptedAfter = lot.Happens(600) ? lot.Between(1, 4) : null },
            _ => wish,
        };
    }

    private int Median(string prefecture, bool renewal) =>
        data.Delays.Of.TryGetValue(prefecture, out var own) ? own[renewal ? 1 : 0] : renewal ? data.Delays.Renewal : data.Delays.First;

    /// <summary>Between two tenths, evenly.</summary>
    private int Spread(Lot lot)
    {
        var (tenth, part) = (lot.Below(data.Spread.Count - 1), lot.Below(100));
        return data.Spread[tenth] + ((data.Spread[tenth + 1] - data.Spread[tenth]) * part / 100);
    }
}
