using Anef.Notifications.Domain;
using Anef.Notifications.ReadBounces;

namespace Anef.Tests.Unit.Notifications;

internal sealed class ReadingReturns
{
    private static readonly Guid Id = Guid.Parse("0190a000-0000-7000-8000-0000000000ff");

    [TestCase("5.1.1", TroubleCause.Bounced)]
    [TestCase("5.1.10", TroubleCause.Bounced)]
    [TestCase("5.2.1", TroubleCause.Bounced)]
    [TestCase("5.2.2", null)]
    [TestCase("5.7.1", null)]
    [TestCase("4.4.7", null)]
    public void Tells_an_address_that_is_not_there_from_one_that_is_closed_today(string status, object? cause) =>
        Assert.That((Bounce.Read(Returns.Of(Id, "failed", status))!.MessageId, Bounce.Read(Returns.Of(Id, "failed", status))!.Cause), Is.EqualTo((Id, (TroubleCause?)cause)));

    [Test]
    public void Knows_the_mail_by_the_address_that_it_was_sent_back_to() =>
        Assert.That(Bounce.Read(Returns.Of(Guid.Empty, "failed", "5.1.1", $"retours+{Id:N}@anef.example", original: false))!.MessageId, Is.EqualTo(Id));

    [Test]
    public void Knows_nothing_of_a_mail_that_is_not_ours() =>
        Assert.That(Bounce.Read(Returns.Of(Id, "failed", "5.1.1", original: false)), Is.Null);

    [Test]
    public void Hears_a_complaint() => Assert.That(Bounce.Read(Returns.Complaint(Id)), Is.EqualTo(new Bounce(Id, TroubleCause.Complained, "signalé comme indésirable par qui l'a reçu")));

    [Test]
    public void Takes_an_answer_for_no_return() => Assert.That(Bounce.Read(Returns.Holiday(Id)), Is.Null);

    [Test]
    public void Takes_a_delay_for_no_return() => Assert.That(Bounce.Read(Returns.Of(Id, "delayed", "4.4.1")), Is.Null);
}
