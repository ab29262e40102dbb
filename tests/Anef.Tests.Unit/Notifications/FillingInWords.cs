using Anef.Notifications.Compose;
using Anef.Tests.Support;

namespace Anef.Tests.Unit.Notifications;

internal sealed class FillingInWords
{
    [Test]
    public void A_section_is_said_only_where_its_place_has_a_value()
    {
        var words = new Template("t", "a{{#b}} and {{b}}{{/b}}");
        Assert.That(words.Fill(new Dictionary<string, string?> { ["b"] = "b" }), Is.EqualTo("a and b"));
        Assert.That(words.Fill(new Dictionary<string, string?> { ["b"] = null }), Is.EqualTo("a"));
    }

    [Test]
    public void A_section_may_stand_in_a_section()
    {
        var words = new Template("t", "{{#late}}late{{#fee}}, {{fee}} €{{/fee}}{{/late}}.");
        Assert.That(words.Fill(new Dictionary<string, string?> { ["late"] = "", ["fee"] = "180" }), Is.EqualTo("late, 180 €."));
        Assert.That(words.Fill(new Dictionary<string, string?> { ["late"] = "", ["fee"] = null }), Is.EqualTo("late."));
        Assert.That(words.Fill(new Dictionary<string, string?> { ["late"] = null, ["fee"] = "180" }), Is.EqualTo("."));
    }

    [Test]
    public void A_section_left_out_leaves_no_hole() =>
        Assert.That(new Template("t", "a\n\n{{#b}}{{b}}{{/b}}\n\nc").Fill(new Dictionary<string, string?> { ["b"] = null }), Is.EqualTo("a\n\nc"));

    [Test]
    public void A_place_that_nobody_gives_is_named() =>
        Assert.That(() => new Template("t", "{{who}}").Fill(new Dictionary<string, string?>()), Throws.InvalidOperationException.With.Message.Contains("who"));

    [TestCase("{{#a}}never closed")]
    [TestCase("{{#a}}{{#b}}crossed{{/a}}{{/b}}")]
    [TestCase("never opened{{/a}}")]
    public void Sections_that_do_not_close_are_refused_at_once(string text) =>
        Assert.That(() => new Template("t", text), Throws.InvalidOperationException);

    [Test]
    public void What_people_write_stays_text_in_the_HTML()
    {
        var html = HtmlBody.From("<script>x</script>\n- l'un\n- l'autre\n\nVoir https://anef.example/a?b=1&c=2.", "Sujet", "Préfecture", Repository.Languages.For("fr"));
        Assert.That(html, Does.Not.Contain("<script>").And.Contain("&lt;script&gt;"));
        Assert.That(html, Does.Contain("<li>l&#x27;un</li><li>l&#x27;autre</li>"));
        Assert.That(html, Does.Contain("href=\"https://anef.example/a?b=1&amp;c=2\">"));
    }
}
