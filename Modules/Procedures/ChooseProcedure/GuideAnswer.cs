using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ReadProcedure;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;

namespace Anef.Procedures.ChooseProcedure;

/// <summary>Answers a person who has said everything: what may be asked there, with dates, documents, fee and delay.</summary>
internal sealed class GuideAnswer(IRules rules, IProcedures procedures, PrefectureCatalog prefectures, Sheets sheets, TimeProvider clock)
{
    public sealed record Found(Prefecture Prefecture, Contact Contact, DateOnly Today, IReadOnlyList<Offer> Offers, IReadOnlyList<string> Advice, bool Talk, Expired? Expired);

    /// <summary>A procedure with all that one needs to ask it.</summary>
    /// <param name="Online">It can be filed on this service.</param>
    public sealed record Offer(GuideOffer Way, Procedure Procedure, bool Online, IReadOnlyList<RequiredDocument> Documents, FeeRuling Fee, MeasuredDelay? Delay);

    /// <summary>The document held is over.</summary>
    /// <param name="CoveredUntil">By art. L.433-3, if it lasted <paramref name="Months"/>.</param>
    public sealed record Expired(DateOnly Since, DateOnly? CoveredUntil, int Months);

    public async Task<Found> To(Answers answers, GuideRules guide, CancellationToken ct)
    {
        var prefecture = prefectures.Of(answers.Department!);
        var facts = Facts(answers, guide, prefecture);
        var findings = GuidePaths.Of(rules.Current, facts);
        var offers = new List<Offer>();
        foreach (var way in findings.Offers) offers.Add(await Complete(way, facts, ct));
        return new(prefecture, await sheets.ContactOf(prefecture, ct), facts.On, offers, findings.Advice, findings.Talk, ExpiredOf(facts, prefecture));
    }

    private GuideFacts Facts(Answers answers, GuideRules guide, Prefecture prefecture)
    {
        var asks = guide.Situation(answers.Situation)!.Asks;
        return new()
        {
            Document = answers.DocumentIn(guide.Group(answers.Group)!)!,
            Situation = answers.Situation!,
            Department = prefecture.Code,
            On = clock.Today(prefecture.TimeZone),
            OnInParis = clock.Today(CivilTime.Paris),
            Until = answers.UntilDay,
            EnteredOn = asks == "entered" ? answers.OtherDay : null,
            Born = asks == "born" ? answers.OtherDay : null,
            MovedOn = asks == "moved" ? answers.OtherDay : null,
        };
    }

    private async Task<Offer> Complete(GuideOffer way, GuideFacts facts, CancellationToken ct) => new(way,
        procedures.Find(way.Procedure, facts.On)!,
        procedures.IsOnline(way.Procedure, facts.Department, facts.On),
        procedures.DocumentsOf(way.Procedure, way.Kind, facts.On),
        procedures.FeeOf(way.Procedure, way.Kind, facts.On),
        await sheets.DelayOf(way.Procedure, facts.Department, ct));

    private Expired? ExpiredOf(GuideFacts facts, Prefecture prefecture)
    {
        if (facts.Until is not { } until || until >= facts.On) return null;
        if (GuidePaths.Held(rules.Current, facts) is not { } held) return new(until, null, 0);
        var coverage = procedures.LegalCoverageOf(held, facts.On, prefecture.LegalCoverageListed);
        return new(until, coverage?.Until, procedures.MonthsOf(held.Procedure, facts.On) ?? 0);
    }
}
