using Anef.Procedures.Domain;
using Anef.Procedures.EndNotice;
using Anef.Procedures.ListPages;
using Anef.Procedures.ReadProcedure;
using Anef.Procedures.VerifyPage;
using Anef.Procedures.WriteNotice;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class KeepingPublicPages : IDisposable
{
    private readonly RuleHouse _house = new() { Visitor = RuleHouse.Of("Zoé", Role.TeamManager, "69") };

    public void Dispose() => _house.Dispose();

    [Test]
    public async Task A_local_text_is_shown_there_until_its_last_day_and_then_listed_as_over()
    {
        await Write("CJF", "2026-07-31", new() { Text = "Au premier étage." });
        Assert.That((await Sheet("CJF", "69")).Place!.Notices.Single().Words.Text, Is.EqualTo("Au premier étage."));
        Assert.That((await Sheet("CJF", "38")).Place!.Notices, Is.Empty);
        _house.Clock.Advance(TimeSpan.FromDays(31));
        var sheet = await Sheet("CJF", "69");
        Assert.That(sheet.Place!.Notices, Is.Empty);
        Assert.That(sheet.ChangedAt, Is.EqualTo(new DateTimeOffset(2026, 7, 31, 22, 0, 0, TimeSpan.Zero)), "its end is a change of the page");
        Assert.That(await _house.With<PagesOf, List<LocalNotice>>(p => p.NoticesOf("69", CancellationToken.None)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_new_text_takes_the_place_of_the_last()
    {
        await Write("CJF", "2026-07-31", new() { Text = "Premier." });
        await Write("CJF", "2026-08-31", new() { Text = "Second." });
        Assert.That((await Sheet("CJF", "69")).Place!.Notices.Select(n => n.Words.Text), Is.EqualTo(new[] { "Second." }));
    }

    [Test]
    public async Task What_is_for_one_procedure_comes_before_what_is_for_all()
    {
        await Write("", "2026-12-31", new() { Phone = "04 00 00 00 00", Hours = "9 h à 12 h" });
        await Write("CJF", "2026-12-31", new() { Phone = "04 11 11 11 11" });
        var contact = (await Sheet("CJF", "69")).Place!.Contact;
        Assert.That((contact.Phone, contact.Hours, contact.Address), Is.EqualTo(("04 11 11 11 11", "9 h à 12 h", (string?)null)));
        Assert.That((await Sheet("SAL", "69")).Place!.Contact.Phone, Is.EqualTo("04 00 00 00 00"));
    }

    [TestCase("2026-06-30", "procedures.notice-expired")]
    [TestCase("2027-07-03", "procedures.notice-endless")]
    public async Task A_text_has_a_last_day_that_is_near(string until, string code) =>
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Write("CJF", until, new() { Text = "x" })))?.Code, Is.EqualTo(code));

    [Test]
    public async Task An_empty_text_is_refused() =>
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Write("CJF", "2026-07-31", new())))?.Code, Is.EqualTo("procedures.notice-empty"));

    [Test]
    public async Task The_pages_of_another_prefecture_are_not_there_to_change()
    {
        var notice = await Write("CJF", "2026-07-31", new() { Text = "x" });
        _house.Visitor = RuleHouse.Of("Max", Role.TeamManager, "38");
        await Assert.ThrowsAsync<NotFound>(() => Write("CJF", "2026-07-31", new() { Text = "y" }));
        await Assert.ThrowsAsync<NotFound>(() => _house.Ask<EndNotice.Request, Done>(new(notice)));
        await Assert.ThrowsAsync<NotFound>(() => Verify("69", "CJF"));
        await Assert.ThrowsAsync<NotFound>(() => Verify("", "CJF"));
    }

    [Test]
    public async Task A_text_can_be_taken_away_early()
    {
        await _house.Ask<EndNotice.Request, Done>(new(await Write("CJF", "2026-07-31", new() { Text = "x" })));
        Assert.That((await Sheet("CJF", "69")).Place!.Notices, Is.Empty);
    }

    [Test]
    public async Task A_page_says_who_verified_it_and_is_flagged_after_ninety_days()
    {
        Assert.That((await Sheet("CJF", "69")).IsStale, Is.True, "nobody ever did");
        await Verify("69", "CJF");
        var sheet = await Sheet("CJF", "69");
        Assert.That((sheet.Check?.By, sheet.Check?.On, sheet.IsStale), Is.EqualTo(("Zoé", (DateOnly?)Day("2026-07-01"), false)));
        _house.Clock.Advance(TimeSpan.FromDays(90));
        Assert.That((await Sheet("CJF", "69")).IsStale, Is.False);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Sheet("CJF", "69")).IsStale, Is.True);
        var lines = await _house.With<PagesOf, IReadOnlyList<PagesOf.Line>>(p => p.Read("69", Day("2026-09-30"), CancellationToken.None));
        Assert.That(lines.Count(l => l.Stale), Is.EqualTo(43));
    }

    [Test]
    public async Task The_ministry_verifies_the_national_page()
    {
        _house.Visitor = RuleHouse.Of("Ada", Role.Ministry);
        await Verify("", "CJF");
        Assert.That((await Sheet("CJF", null)).Check?.By, Is.EqualTo("Ada"));
        Assert.That((await Sheet("CJF", "69")).Check, Is.Null);
    }

    [Test]
    public async Task Every_procedure_has_a_page_for_the_country_and_for_a_prefecture()
    {
        foreach (var code in Book.Catalogue.On(Day("2026-07-01")).Procedures.Select(p => p.Code))
        {
            Assert.That(SheetText.Write(await Sheet(code, null)), Is.Not.Empty);
            Assert.That(SheetText.Write(await Sheet(code.ToLowerInvariant(), "38")), Is.Not.Empty);
        }
        await Assert.ThrowsAsync<NotFound>(() => Sheet("XYZ", null));
        await Assert.ThrowsAsync<NotFound>(() => Sheet("CJF", "986"));
    }

    private Task<Guid> Write(string procedure, string until, NoticeWords words) => _house.Ask<WriteNotice.Request, Guid>(new("69", procedure, words, Day(until)));

    private Task<Done> Verify(string prefecture, string procedure) => _house.Ask<VerifyPage.Request, Done>(new(prefecture, procedure));

    private Task<Sheet> Sheet(string code, string? prefecture) => _house.With<Sheets, Sheet>(s => s.Of(code, prefecture, CancellationToken.None));
}
