using Anef.Staffing.Domain;
using Anef.Staffing.RedistributeWork;

namespace Anef.Tests.Unit.Staffing;

public sealed class SharingOut
{
    [Test]
    public void Each_file_goes_to_who_has_least_for_their_share_of_a_post()
    {
        var (full, half) = (Taker("Ada", share: 100), Taker("Bo", share: 50));
        var shared = Sharing.Out(Enumerable.Range(0, 9).Select(_ => File()), [full, half]);
        Assert.That(shared.GroupBy(s => s.To!.Name).ToDictionary(g => g.Key, g => g.Count()), Is.EqualTo(new Dictionary<string, int> { ["Ada"] = 6, ["Bo"] = 3 }));
    }

    [Test]
    public void Nobody_gets_what_they_cannot_take()
    {
        var student = Taker("Ada", procedures: ["ETU"]);
        var shared = Sharing.Out([File("ETU"), File("CJF"), File("ETU", restricted: true)], [student]);
        Assert.That(shared.Select(s => s.To?.Name), Is.EqualTo(new[] { "Ada", null, null }));
    }

    [Test]
    public void Nobody_gets_more_than_their_capacity()
    {
        var shared = Sharing.Out(Enumerable.Range(0, 5).Select(_ => File()), [Taker("Ada", capacity: 3, load: 1)]);
        Assert.That(shared.Count(s => s.To is not null), Is.EqualTo(2));
    }

    [Test]
    public void Of_two_who_have_as_much_the_one_who_speaks_the_language_takes_it()
    {
        var shared = Sharing.Out([File(language: "ar")], [Taker("Ada"), Taker("Zoé", languages: ["ar"])]);
        Assert.That(shared.Single().To!.Name, Is.EqualTo("Zoé"));
    }

    [Test]
    public void A_restricted_file_goes_to_a_referent()
    {
        var shared = Sharing.Out([File(restricted: true)], [Taker("Ada"), Taker("Zoé") with { Referent = true, Load = 40 }]);
        Assert.That(shared.Single().To!.Name, Is.EqualTo("Zoé"));
    }

    private static WorkFile File(string procedure = "CJF", bool restricted = false, string language = "fr") =>
        new() { Id = Guid.CreateVersion7(), Procedure = procedure, Restricted = restricted, Language = language, Open = true, Step = Step.ToDecide };

    private static Taker Taker(string name, int share = 100, int capacity = 0, int load = 0, string[]? procedures = null, string[]? languages = null)
    {
        var member = new TeamMember { AccountId = Guid.CreateVersion7(), Name = name };
        member.Set(null, capacity, share, procedures ?? [], languages ?? []);
        return new(member.AccountId, name, member, false, load);
    }
}
