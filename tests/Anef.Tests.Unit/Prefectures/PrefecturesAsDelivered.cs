using System.Diagnostics;
using System.Text.Json.Nodes;
using Anef.SharedKernel.Prefectures;
using Anef.Tests.Support;

namespace Anef.Tests.Unit.Prefectures;

internal sealed class PrefecturesAsDelivered
{
    private static readonly string Folder = Repository.PathOf("Anef.Host", "config", "prefectures");

    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "prefecture.schema.json")))!.AsObject();

    [Test]
    public void Are_the_101_departments_and_the_three_collectivities_where_the_code_applies() =>
        Assert.That(PrefectureFiles.Load(Folder).Select(p => p.Code), Is.EquivalentTo(
            Enumerable.Range(1, 95).Where(n => n != 20).Select(n => n.ToString("00", null)).Concat(["2A", "2B"]).Concat(Enumerable.Range(971, 8).Select(n => $"{n}"))));

    [TestCase("01", "Europe/Paris")]
    [TestCase("972", "America/Martinique")]
    [TestCase("974", "Indian/Reunion")]
    [TestCase("975", "America/Miquelon")]
    public void Count_their_days_in_their_own_zone(string code, string zone) =>
        Assert.That(PrefectureFiles.Load(Folder).Single(p => p.Code == code).TimeZone, Is.EqualTo(zone));

    [Test]
    public void Send_from_addresses_that_nobody_owns() =>
        Assert.That(PrefectureFiles.Load(Folder).Select(p => p.MailFrom), Is.Unique.And.All.EndsWith(".prefecture.example"));

    [Test]
    public void Stand_in_folders_that_begin_with_their_code() =>
        Assert.That(PrefectureFiles.Load(Folder).Select(p => p.Code).Order(StringComparer.Ordinal), Is.EqualTo(
            Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d).Split('-')[0]).Where(n => n != "_common").Order(StringComparer.Ordinal)));

    [Test, NonParallelizable]
    public void Load_in_less_than_a_tenth_of_a_second()
    {
        PrefectureFiles.Load(Folder);
        var started = Stopwatch.GetTimestamp();
        PrefectureFiles.Load(Folder);
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromMilliseconds(100)));
    }

    [Test]
    public void Have_a_schema_that_lists_exactly_the_fields_that_are_read() =>
        Assert.That(Schema["properties"]!.AsObject().Select(p => p.Key).Where(name => name != "$schema"), Is.EquivalentTo(PrefectureFiles.Fields));

    [Test]
    public void Have_a_schema_that_explains_each_field() =>
        Assert.That(Schema["properties"]!.AsObject().Where(p => p.Value!["description"] is null).Select(p => p.Key), Is.Empty);
}
