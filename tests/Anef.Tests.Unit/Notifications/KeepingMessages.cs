using Anef.Applications.Contracts;
using Anef.Notifications.ChoosePreferences;
using Anef.Notifications.Domain;
using Anef.Notifications.KeepMessages;
using Anef.Notifications.Persistence;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Anef.Tests.Unit.Notifications;

internal sealed class KeepingMessages
{
    [Test]
    public async Task What_was_sent_is_destroyed_after_five_years_and_registered()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        room.Clock.SetUtcNow(new(2031, 10, 1, 3, 40, 0, TimeSpan.Zero));
        await Night(room);
        Assert.That(await room.Messages(), Is.Empty);
        await Night(room);
        Assert.That(await room.Ask(s => s.GetRequiredService<NotificationsDb>().Set<Destruction>().Select(d => new { d.Thing, d.Count, d.RuleVersion }).SingleAsync()),
            Is.EqualTo(new { Thing = "notifications", Count = 1, RuleVersion = 1 }));
    }

    [Test]
    public async Task Not_a_day_before_nor_what_has_not_left()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        await room.Announce(new(2026, 10, 2));
        room.Clock.SetUtcNow(new(2031, 9, 30, 3, 40, 0, TimeSpan.Zero));
        await Night(room);
        Assert.That(await room.Messages(), Has.Count.EqualTo(2));
        room.Clock.SetUtcNow(new(2031, 10, 1, 3, 40, 0, TimeSpan.Zero));
        await Night(room);
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Waiting));
    }

    [Test]
    public async Task Not_those_of_somebody_whose_request_is_under_way_or_under_a_hold()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        room.Keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid> { Mailroom.Imen });
        room.Clock.SetUtcNow(new(2036, 10, 1, 3, 40, 0, TimeSpan.Zero));
        await Night(room);
        Assert.That(await room.Messages(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task They_end_with_the_request_and_preferences_with_the_person()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Choose(Channel.Email, Channel.Letter);
        await room.Tell<FollowTheFile, FileDestroyed>(new(Mailroom.Imen, Mailroom.Request));
        Assert.That(await room.Messages(), Is.Empty);
        await room.Tell<FollowTheFile, PersonForgotten>(new(Mailroom.Imen));
        Assert.That(await room.Ask(s => s.GetRequiredService<NotificationsDb>().Preferences.CountAsync()), Is.Zero);
    }

    [TestCase("identityCopies", "les copies de vos papiers d'identité")]
    [TestCase("documents", "le contenu des documents de votre demande")]
    [TestCase("file", "votre demande et tout ce qui s'y rapporte")]
    public async Task The_notice_says_what_goes_and_when_under_a_subject_that_tells_nothing(string thing, string words)
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfKeeping, DestructionAnnounced>(new(Mailroom.Imen, Mailroom.Request, thing, new(2026, 11, 2)));
        await room.Tell<TellOfKeeping, DestructionAnnounced>(new(Mailroom.Imen, Mailroom.Request, thing, new(2026, 11, 2)));
        var message = await room.Message();
        Assert.That(message.Subject, Is.EqualTo("Votre démarche"));
        Assert.That(message.Text, Does.Contain(words).And.Contain("2 novembre 2026").And.Contain("recours"));
    }

    [Test]
    public async Task What_became_of_a_correction_is_told_with_the_reason()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfKeeping, CorrectionAnswered>(new(Mailroom.Imen, Guid.CreateVersion7(), "born", false, "L'acte dit 1990."));
        Assert.That((await room.Message()).Text, Does.Contain("date de naissance").And.Contain("L'acte dit 1990.").And.Contain("CNIL"));
    }

    [Test]
    public async Task A_draft_of_somebody_without_a_file_is_told_by_whoever_knows_the_account()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfKeeping, DraftEnding>(new(Guid.CreateVersion7(), null, Guid.CreateVersion7(), new(2026, 11, 2)));
        Assert.That(await room.Messages(), Is.Empty);
        await room.Tell<TellOfKeeping, DraftEnding>(new(Guid.CreateVersion7(), Mailroom.Imen, Guid.CreateVersion7(), new(2026, 11, 2)));
        Assert.That((await room.Message()).Text, Does.Contain("2 novembre 2026"));
    }

    private static Task<int> Night(Mailroom room) => room.Ask(async s => { await s.GetRequiredService<KeepMessagesJob>().Run(default); return 0; });
}
