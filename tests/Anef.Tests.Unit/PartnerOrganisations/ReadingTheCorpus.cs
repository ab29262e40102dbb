using System.Text.Json;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.Tests.Unit.PartnerOrganisations;

/// <summary>Each mail of the corpus against what it is expected to be. Fields that an expectation leaves out do not matter there; faults, files, safe contact and documents always do.</summary>
internal sealed class ReadingTheCorpus
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [TestCaseSource(typeof(MailCorpus), nameof(MailCorpus.Names))]
    public async Task Is_trusted_and_read_as_expected(string name)
    {
        var expected = MailCorpus.Expected(name);
        var mail = RawMail.Open(MailCorpus.Content(name));

        var trust = await MailCorpus.Judge().Judge(mail, MailCorpus.Addressee(mail), signed: true, CancellationToken.None);
        var reading = MailReader.Read(mail);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trust.Verdict.ToString().ToLowerInvariant(), Is.EqualTo(Text(expected, "trust")));
            Assert.That(trust.Reason, Is.EqualTo(Text(expected, "reason")));
            if (expected.TryGetProperty("lines", out var lines)) Compare(reading, expected, lines);
        }
    }

    [Test]
    public void Holds_at_least_eighty_mails() => Assert.That(MailCorpus.Names.Count(), Is.GreaterThanOrEqualTo(80));

    private static void Compare(MailReading reading, JsonElement expected, JsonElement lines)
    {
        Assert.That(reading.Fault, Is.EqualTo(Text(expected, "fault")));
        Assert.That(reading.Files.Select(f => $"{f.Name} {f.Type} {f.Fault}"), Is.EqualTo(List(expected, "files").Select(f => $"{Text(f, "name")} {Text(f, "type")} {Text(f, "fault")}")));
        if (expected.TryGetProperty("notes", out var notes)) Assert.That(reading.Notes, Is.EquivalentTo(notes.EnumerateArray().Select(n => n.GetString())));
        Assert.That(reading.Lines.Select(l => l.Number), Is.EqualTo(lines.EnumerateArray().Select(l => l.GetProperty("number").GetInt32())));
        foreach (var (line, wanted) in reading.Lines.Zip(lines.EnumerateArray())) Compare(line, wanted);
    }

    private static void Compare(ReadLine line, JsonElement wanted)
    {
        var read = JsonSerializer.SerializeToElement(line, Json);
        foreach (var field in wanted.EnumerateObject().Where(f => f.Name is not "others"))
            Assert.That(Written(read.GetProperty(field.Name)), Is.EqualTo(Written(field.Value)), $"{field.Name} of {read}");
        if (!wanted.TryGetProperty("faults", out _)) Assert.That(line.Faults, Is.Empty, $"faults of line {line.Number}");
        if (!wanted.TryGetProperty("documents", out _)) Assert.That(line.Documents, Is.Empty, $"documents of line {line.Number}");
        if (!wanted.TryGetProperty("safeContact", out _)) Assert.That(line.SafeContact, Is.False, $"safe contact of line {line.Number}");
        if (wanted.TryGetProperty("others", out var others)) Assert.That(line.Others, Is.EquivalentTo(others.EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetString())));
    }

    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.Array ? string.Join(" | ", value.EnumerateArray().Select(v => v.GetString())) : value.ToString();

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<JsonElement> List(JsonElement from, string name) => from.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
