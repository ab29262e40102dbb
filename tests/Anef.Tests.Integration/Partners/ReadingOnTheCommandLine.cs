using System.Text.Json.Nodes;
using Anef.Tests.Integration.Outside;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Partners;

/// <summary><c>partner-mail</c>, as an operator runs it.</summary>
[CancelAfter(120_000)]
public sealed class ReadingOnTheCommandLine
{
    [Test]
    public async Task What_each_line_becomes_is_printed_and_a_dry_run_keeps_nothing(CancellationToken ct)
    {
        await using var office = await Office.Open(real: true);
        await office.Person(1);
        await office.Person(2, mandate: false);
        var file = Path.Combine(office.House.Folder, "mail.eml");
        await System.IO.File.WriteAllBytesAsync(file, Office.BytesOf(office.Mail(Office.Line(1, "attestation"), Office.Line(2, "question"))), ct);

        var (status, dry, _) = await Run(office, ct, file, "--org", "asso-exemple", "--dry-run", "--json");
        var foreseen = JsonNode.Parse(dry)!;
        Assert.That((status, await office.Look(db => db.Mails.AnyAsync(ct))), Is.EqualTo((0, false)));
        Assert.That(foreseen.AsObject().Select(p => p.Key), Is.EqualTo(new[] { "from", "organisation", "trust", "reason", "lines" }));
        Assert.That(foreseen["lines"]![0]!.AsObject().Select(p => p.Key), Is.EqualTo(new[] { "line", "kind", "status", "reference", "person", "reason", "todo" }));

        (status, var done, _) = await Run(office, ct, file, "--org", "asso-exemple", "--json");
        var lines = JsonNode.Parse(done)!["lines"]!.AsArray();
        Assert.That(status, Is.Zero);
        Assert.That(lines.Select(l => (string?)l!["status"]), Is.EqualTo(new[] { "routed", "refusedNoMandate" }));
        Assert.That(((string?)lines[0]!["reference"], (string?)lines[0]!["person"]), Is.EqualTo(((await office.Cases()).Single().Reference, "Nom1 Awa")));
        Assert.That((lines[1]!["reference"], lines[1]!["person"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
        Assert.That(foreseen["lines"]!.AsArray().Select(l => (string?)l!["status"]), Is.EqualTo(new[] { "routed", "refusedNoMandate" }));

        // Without --org the signature is looked at, and there is none that this host may believe.
        (status, var quarantined, _) = await Run(office, ct, file, "--dry-run", "--json");
        Assert.That((status, (string?)JsonNode.Parse(quarantined)!["trust"]), Is.EqualTo((0, "quarantined")));

        (status, _, var missing) = await Run(office, ct, file + ".not", "--json");
        Assert.That(status, Is.Not.Zero);
        Assert.That(missing, Does.Contain("n'existe pas"));
        (status, _, var unknown) = await Run(office, ct, file, "--org", "personne");
        Assert.That(status, Is.Not.Zero);
        Assert.That(unknown, Does.Contain("Aucune organisation"));
    }

    private static Task<(int Status, string Output, string Errors)> Run(Office office, CancellationToken ct, params string[] arguments) => HostProcess.Run(office.House, ct, ["partner-mail", .. arguments]);
}
