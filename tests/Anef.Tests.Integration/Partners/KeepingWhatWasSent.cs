using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.KeepSituations;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

/// <summary>What organisations sent, and who let them, ends by rule.</summary>
public sealed class KeepingWhatWasSent
{
    [Test]
    public async Task Mails_and_answered_situations_are_destroyed_after_two_years_and_what_is_open_stays()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "question", ";93;;quand ?")));
        await office.Send(office.Mail(Office.Line(1, "attestation", ";93;;API finie")));
        var answered = (await office.Cases()).Single(c => c.Kind == "question").Id;
        await office.Change(db => db.Cases.Single(c => c.Id == answered).Close(office.House.Clock.GetUtcNow()));

        office.House.Clock.SetUtcNow(new(2028, 3, 1, 6, 0, 0, TimeSpan.Zero));
        await Night(office);
        Assert.That(await office.Look(db => db.Mails.CountAsync()), Is.EqualTo(2), "not a day before");

        office.House.Clock.SetUtcNow(new(2028, 3, 3, 6, 0, 0, TimeSpan.Zero));
        await Night(office);
        Assert.That((await office.Cases()).Single().Kind, Is.EqualTo("attestation"));
        Assert.That(await office.Look(async db => (await db.Mails.CountAsync(), await db.Batches.CountAsync(), await db.Lines.CountAsync())), Is.EqualTo((1, 1, 1)));
        Assert.That(await office.Look(db => db.Set<Destruction>().Where(d => d.Thing == "partnerMails").SumAsync(d => d.Count)), Is.EqualTo(2));
    }

    [Test]
    public async Task A_mandate_is_destroyed_five_years_after_its_end()
    {
        await using var office = await Office.Open();
        var person = await office.Person(1, mandate: false);
        await office.Mandate(person, [], until: new(2026, 4, 1));
        office.House.Clock.SetUtcNow(new(2031, 3, 31, 6, 0, 0, TimeSpan.Zero));
        await Mandates(office);
        Assert.That(await office.Look(db => db.Mandates.CountAsync()), Is.EqualTo(1), "not a day before");
        office.House.Clock.SetUtcNow(new(2031, 4, 2, 6, 0, 0, TimeSpan.Zero));
        await Mandates(office);
        Assert.That(await office.Look(db => db.Mandates.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Nothing_is_left_of_whom_nothing_is_kept()
    {
        await using var office = await Office.Open();
        var gone = await office.Person(1);
        await office.Person(2);
        await office.Send(office.Mail(Office.Line(1, "question"), Office.Line(2, "question")));
        await using (var scope = office.House.Scope())
            await ActivatorUtilities.CreateInstance<FollowTheFile>(scope.ServiceProvider).Handle(new(gone), default);
        Assert.That(await office.Look(async db => (await db.Cases.CountAsync(), await db.Lines.CountAsync(), await db.Mandates.CountAsync())), Is.EqualTo((1, 1, 1)));
    }

    private static async Task Night(Office office)
    {
        await using var scope = office.House.Scope();
        await ActivatorUtilities.CreateInstance<KeepMailsJob>(scope.ServiceProvider).Run(default);
    }

    private static async Task Mandates(Office office)
    {
        await using var scope = office.House.Scope();
        await ActivatorUtilities.CreateInstance<KeepMandatesJob>(scope.ServiceProvider).Run(default);
    }
}
