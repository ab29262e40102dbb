using Anef.Notifications.Persistence;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Anef.Tests.Integration.Partners;

public sealed class AnsweringInTheThread
{
    [Test]
    public async Task What_the_prefecture_says_comes_in_the_same_thread_once()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "question")));
        await Say(office, "Son attestation est partie ce matin.");
        await office.Change(db => db.Publish(new CaseWordAdded(db.Cases.Single().Id, office.Organisation.Id, "93", FromOrganisation: false)));
        await office.House.Drain();
        var answers = await office.Answers();
        Assert.That(answers, Has.Count.EqualTo(2));
        Assert.That(answers[1].TextBody, Does.Contain("Son attestation est partie ce matin."));
        Assert.That(answers[1].References, Is.EqualTo(new[] { "m1@asso-exemple.org", answers[0].MessageId }));
    }

    [Test]
    public async Task Nothing_is_said_once_the_mandate_has_ended()
    {
        await using var office = await Office.Open();
        var person = await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "question")));
        await office.Change(db => db.Mandates.Single(m => m.PersonId == person).Revoke("person", office.House.Clock.GetUtcNow()));
        await Say(office, "Elle a déménagé.");
        Assert.That(await office.Answers(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reply_that_quotes_a_reference_is_a_word_and_no_new_situation()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Person(2);
        await office.Send(office.Mail(Office.Line(1, "question"), Office.Line(2, "question")));
        var (acknowledgement, cases) = ((await office.Answers()).Single(), await office.Cases());
        await office.Send(Reply(office, acknowledgement.MessageId!, $"Pour {cases[1].Reference.ToLowerInvariant()} : elle a reçu le courrier.\n\nLe 2 mars 2026 à 9 h, Anef a écrit :\n> {cases[0].Reference} | remise"));
        var word = await office.Look(db => db.Words.AsNoTracking().SingleAsync());
        Assert.That((word.CaseId, word.FromOrganisation, word.Text), Is.EqualTo((cases[1].Id, true, $"Pour {cases[1].Reference.ToLowerInvariant()} : elle a reçu le courrier.")));
        Assert.That((await office.Cases()).Count, Is.EqualTo(2));
        Assert.That(await office.Look(db => db.Batches.CountAsync()), Is.EqualTo(1));
        Assert.That(await office.Answers(), Has.Count.EqualTo(1), "a word has no acknowledgement");
    }

    [Test]
    public async Task A_reply_to_what_was_said_of_one_situation_needs_no_reference()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "question")));
        await Say(office, "Quel est son nouvel employeur ?");
        await office.Send(Reply(office, (await office.Answers())[1].MessageId!, "La mairie de Bondy."));
        Assert.That((await office.Look(db => db.Words.AsNoTracking().Where(w => w.FromOrganisation).SingleAsync())).Text, Is.EqualTo("La mairie de Bondy."));
    }

    [Test]
    public async Task The_reference_of_another_organisation_opens_nothing()
    {
        await using var office = await Office.Open();
        await office.Change(db => db.Add(new PartnerCase { Reference = "P-93-2026-ABCDEFGH", OrganisationId = Guid.CreateVersion7(), Fingerprint = "x", Kind = "question", DueOn = new(2026, 3, 9) }));
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "question")));
        await office.Send(Reply(office, (await office.Answers()).Single().MessageId!, "P-93-2026-ABCDEFGH : où en est-elle ?"));
        Assert.That(await office.Look(db => db.Words.AnyAsync()), Is.False);
    }

    [TestCase(false, 1)]
    [TestCase(true, 0)]
    public async Task The_person_is_told_unless_somebody_at_home_may_read_it(bool safe, int messages)
    {
        await using var office = await Office.Open();
        var person = await office.Person(1, safe: safe);
        await office.Send(office.Mail(Office.Line(1, "question")));
        await using var scope = office.House.Scope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.CountAsync(m => m.PersonId == person && m.Template == "partnerCase"), Is.EqualTo(messages));
    }

    private static async Task Say(Office office, string words)
    {
        await office.Change(db =>
        {
            var one = db.Cases.Single();
            db.Add(new CaseWord { CaseId = one.Id, At = office.House.Clock.GetUtcNow(), FromOrganisation = false, Author = "Claire Perrin", Text = words });
            db.Publish(new CaseWordAdded(one.Id, one.OrganisationId, one.Prefecture, FromOrganisation: false));
        });
        await office.House.Drain();
    }

    private static MimeMessage Reply(Office office, string answered, string text)
    {
        var reply = office.Mail();
        (reply.InReplyTo, reply.Body) = (answered, new TextPart("plain") { Text = text });
        return reply;
    }
}
