using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Anef.Applications.RegisterPerson;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMailbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Anef.Benchmarks;

/// <summary>A mail of 5,000 lines about as many people with their mandates, from the mailbox to every situation stored and the acknowledgement written: at most three times CsvHelper and plain SQL for the same rows; memory under 300 MB.</summary>
internal static class PartnerBenchmark
{
    private static readonly string[] Tables = ["mails", "batches", "cases", "lines", "outbox", "deliveries"];
    private static readonly string[] Kinds = ["attestation", "blocage", "question"];

    public static Task<IReadOnlyList<Figure>> Measure(bool quick) => EachDatabase.Measure("partners", async (provider, database) =>
    {
        var name = $"partners.{database}";
        var lines = quick ? 1_000 : 5_000;
        var (program, floor, memory) = await Compare(provider, lines);
        Console.WriteLine($"{name}: {lines:N0} lines, program {program:0.000} s, floor {floor:0.000} s, memory {memory / 1_000_000} MB");
        return [new(name, program / floor, 3), new($"{name}.memory", memory / 300e6, 1)];
    });

    private static async Task<(double Program, double Floor, long Memory)> Compare(DatabaseProvider provider, int lines)
    {
        var folder = Directory.CreateTempSubdirectory("anef-partners-").FullName;
        await using var house = await AnefHouse.Build(provider, configure: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Partners:Mailbox:Folder"] = folder, ["Partners:TrustedReceivers:0"] = "mx.anef.example",
        }));
        await Settle(house, lines);
        await house.Drain();
        Drop(folder, "warm", Table(0, Math.Min(600, lines), "chauffe"));
        await Run(house);
        await Floor(house, Table(0, 600, "chauffe"));
        var (programs, floors, memory) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round < 3; round++)
        {
            var table = Table(0, lines, $"tour {round}");
            Drop(folder, $"{round}", table);
            var (took, grown) = await Watched(() => Run(house));
            programs.Add(took);
            memory = Math.Max(memory, grown);
            floors.Add(await Floor(house, table));
        }
        Directory.Delete(folder, recursive: true);
        return (Median.Of(programs), Median.Of(floors), memory);
    }

    private static async Task Run(AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<ReadMailboxJob>().Run(default);
        var db = scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>();
        while (await db.Batches.Where(b => b.State != BatchState.Done).Select(b => (Guid?)b.Id).FirstOrDefaultAsync() is { } batch)
        {
            await using var turn = house.Scope();
            await turn.ServiceProvider.GetRequiredService<IUseCase<ProcessBatch.Request, bool>>().Handle(new(batch), default);
        }
    }

    private static async Task<(double Took, long Grown)> Watched(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var (before, most) = (process.WorkingSet64, 0L);
        using var timer = new Timer(_ => { process.Refresh(); most = Math.Max(most, process.WorkingSet64); }, null, 0, 20);
        var started = Stopwatch.GetTimestamp();
        await work();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        return (took, Math.Max(most, process.WorkingSet64) - before);
    }

    /// <summary>What the program wrote of its newest batch, taken out and put back by plain statements in one transaction, after the table was parsed.</summary>
    private static async Task<double> Floor(AnefHouse house, string table)
    {
        await using var connection = await house.Database.Connect();
        var rows = new Dictionary<string, (string[] Columns, List<object[]> Rows)>();
        foreach (var name in Tables) rows[name] = await Taken(connection, $"partnerorganisations_{name}");
        foreach (var name in Tables) await Execute(connection, null, $"DELETE FROM partnerorganisations_{name}");
        var started = Stopwatch.GetTimestamp();
        using (var csv = new CsvReader(new StringReader(table), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" }))
            _ = csv.GetRecords<dynamic>().Count();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var name in Tables) await Insert(connection, transaction, $"partnerorganisations_{name}", rows[name].Columns, rows[name].Rows);
            await transaction.CommitAsync();
        }
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        // The next round begins like the first.
        foreach (var name in Tables) await Execute(connection, null, $"DELETE FROM partnerorganisations_{name}");
        return took;
    }

    private static async Task<(string[] Columns, List<object[]> Rows)> Taken(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of constants
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static async Task Insert(DbConnection connection, DbTransaction transaction, string table, string[] columns, List<object[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // made of the names of columns
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            for (var i = 0; i < row.Length; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{i}", row[i]);
                command.Parameters.Add(parameter);
            }
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // made of constants
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Settle(AnefHouse house, int people)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>();
        var organisation = new Organisation { Name = "Asso Exemple", AgreedFrom = new(2026, 1, 1), AgreedUntil = new(2026, 12, 31) };
        organisation.GiveToken("asso-exemple");
        organisation.Register(["@asso-exemple.org"]);
        db.Add(organisation);
        for (var i = 0; i < people; i++)
        {
            var id = await house.Ask<RegisterPerson.Request, Guid>(new() { Surname = $"Nom{i}", FirstNames = "Awa", Born = new(1994, 2, 3), Prefecture = "93", ForeignerNumber = $"99{i:00000000}" });
            var mandate = new Mandate { OrganisationId = organisation.Id, PersonId = id, Until = new(2026, 12, 31), ProposedAt = house.Clock.GetUtcNow() };
            mandate.Validate("agent", house.Clock.GetUtcNow());
            db.Add(mandate);
        }
        await db.SaveChangesAsync();
    }

    private static string Table(int from, int count, string text)
    {
        var table = new StringBuilder("ligne;type;nom;prenoms;naissance;numero_etranger;departement;texte\r\n");
        for (var i = from; i < from + count; i++) table.Append(CultureInfo.InvariantCulture, $"{i + 1};{Kinds[i % 3]};Nom{i};Awa;03/02/1994;99{i:00000000};93;{text}\r\n");
        return table.ToString();
    }

    private static void Drop(string folder, string name, string table)
    {
        var mail = new MimeMessage { Subject = "situations", MessageId = $"{name}@asso-exemple.org" };
        mail.From.Add(MailboxAddress.Parse("sociale@asso-exemple.org"));
        mail.To.Add(MailboxAddress.Parse("partenaires+asso-exemple@anef.example"));
        mail.Headers.Insert(0, "Authentication-Results", "mx.anef.example; dkim=pass header.d=asso-exemple.org");
        mail.Body = new Multipart("mixed") { new TextPart("plain") { Text = "Bonjour." }, new TextPart("csv") { Text = table, ContentDisposition = new(ContentDisposition.Attachment) { FileName = "tableau.csv" } } };
        using var file = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "new")).FullName, name));
        mail.WriteTo(file);
    }
}
