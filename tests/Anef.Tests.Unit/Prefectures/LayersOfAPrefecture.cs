using System.Text.Json.Nodes;

namespace Anef.Tests.Unit.Prefectures;

internal sealed class LayersOfAPrefecture : IDisposable
{
    private readonly PrefectureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void What_the_own_file_does_not_say_is_the_common_files()
    {
        var finistere = _folder.Load().Single();
        Assert.Multiple(() =>
        {
            Assert.That(finistere.LeadDays, Is.EqualTo(15));
            Assert.That(finistere.TimeZone, Is.EqualTo("Europe/Paris"));
            Assert.That(finistere.Documents["SAL"].Also, Is.EqualTo(new[] { "PAIE" }));
        });
    }

    [Test]
    public void What_the_own_file_says_wins_and_lists_are_replaced()
    {
        _folder.Set("reminderDays", "[60]");
        Assert.That(_folder.Load().Single().ReminderDays, Is.EqualTo(new[] { 60 }));
    }

    [Test]
    public void Documents_are_completed_name_by_name()
    {
        _folder.Set("documents", """{ "SAL": { "without": ["VLS"] }, "ETU-R": { "also": ["NOTES"] } }""");
        var documents = _folder.Load().Single().Documents;
        Assert.Multiple(() =>
        {
            Assert.That(documents["SAL"].Also, Is.EqualTo(new[] { "PAIE" }));
            Assert.That(documents["SAL"].Without, Is.EqualTo(new[] { "VLS" }));
            Assert.That(documents["ETU-R"].Also, Is.EqualTo(new[] { "NOTES" }));
        });
    }

    [Test]
    public void Overrides_win_over_both_in_every_prefecture_and_are_left_as_they_were()
    {
        _folder.Set("leadDays", "20");
        _folder.Write("56-morbihan", """{ "code": "56", "name": "Morbihan", "seat": "Vannes", "mailFrom": "a@b.example" }""");
        var overrides = new JsonObject { ["leadDays"] = 30 };
        Assert.Multiple(() =>
        {
            Assert.That(_folder.Load(overrides).Select(p => p.LeadDays), Is.All.EqualTo(30));
            Assert.That(overrides.ToJsonString(), Is.EqualTo("""{"leadDays":30}"""));
            Assert.That(_folder.Load().Select(p => p.LeadDays), Is.EqualTo(new[] { 20, 15 }));
        });
    }
}
