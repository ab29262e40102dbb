using Anef.PartnerOrganisations.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Partners;

public sealed class WatchingDeadlines
{
    [Test]
    public async Task A_day_that_comes_near_and_one_that_has_passed_are_told_once_each()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "attestation"))); // Monday 2 March: to be answered by Thursday
        foreach (var _ in Enumerable.Range(0, 8))
        {
            office.House.Clock.Advance(TimeSpan.FromDays(1));
            await office.House.Day("Europe/Paris");
        }
        var one = (await office.Cases()).Single();
        Assert.That((one.DueOn, one.WarnedOn, one.BreachedOn), Is.EqualTo((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 6))));
        Assert.That(await office.Look(db => db.Outbox.CountAsync(m => m.Type == typeof(CaseDue).FullName)), Is.EqualTo(2));
    }
}
