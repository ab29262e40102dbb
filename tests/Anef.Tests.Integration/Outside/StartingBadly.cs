using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Anef.Tests.Integration.Outside;

/// <summary>What an operator can mend is one sentence on the error output and a status that is not zero; never a stack trace.</summary>
[CancelAfter(60_000)]
public sealed class StartingBadly
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("anef-badly-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("--bogus", "« --bogus » n'est pas compris : sont acceptées les options --help")]
    [TestCase("frobnicate", "« frobnicate » n'est pas compris : sont acceptées les commandes")]
    [TestCase("rehearse", "Il manque quelque chose après « rehearse » : sont attendus")]
    [TestCase("rehearse nowhere.yaml", "« nowhere.yaml » : ce fichier ou ce dossier n'existe pas.")]
    [TestCase("--urls nowhere", "Urls : « nowhere » n'est pas une adresse d'écoute.")]
    [TestCase("--urls http://127.0.0.1:65536", "Urls : « http://127.0.0.1:65536 » n'est pas une adresse d'écoute.")]
    public Task With_arguments_that_mean_nothing(string arguments, string sentence) => Fails(sentence, arguments.Split(' '));

    [TestCase("Database:Provider", "Oracle", "Database:Provider : « Oracle » n'est pas l'une des valeurs Sqlite, SqlServer, PostgreSql.")]
    [TestCase("Database:Provider", "42", "Database:Provider : « 42 » n'est pas l'une des valeurs Sqlite, SqlServer, PostgreSql.")]
    [TestCase("Database:ConnectionString", "Fichier=anef.db", "Database:ConnectionString : Sqlite ne comprend pas cette chaîne de connexion")]
    [TestCase("Attestations:VerificationsPerMinute", "beaucoup", "Attestations:VerificationsPerMinute : « beaucoup » n'est pas un nombre.")]
    [TestCase("Mail:Transport", "Smtp", "Mail:Host : un nom de serveur est attendu")]
    [TestCase("Mail:Transport", "Pigeon", "Mail:Transport : « Pigeon » n'est pas l'une des valeurs File, Smtp, None.")]
    public Task With_a_setting_that_cannot_be(string setting, string value, string sentence) =>
        Fails(sentence, ["migrate"], new Dictionary<string, string?> { [setting] = value });

    [TestCase("Accounts:Local", "", "Accounts : personne ne pourrait se connecter")]
    [TestCase("Proxy:Trusted", "", "Urls : les pages ne sont servies qu'en https")]
    [TestCase("Proxy:Trusted", "mandataire", "Proxy:Trusted : « mandataire » n'est ni une adresse ni un réseau")]
    [TestCase("Accounts:FranceConnect:Authority", "http://identite.example", "Accounts:FranceConnect:Authority : « http://identite.example » n'est pas une adresse en https.")]
    [TestCase("Accounts:ProConnect:Authority", "https://identite.example", "Accounts:ProConnect:ClientId : l'identifiant donné par le fournisseur d'identité est attendu.")]
    public Task Where_people_could_not_sign_in_safely(string setting, string value, string sentence) =>
        Fails(sentence, ["--urls", "http://127.0.0.1:0"], new Dictionary<string, string?> { [setting] = value });

    [Test]
    public Task Where_no_database_server_answers() => Fails("La base de données ne répond pas", ["migrate"], new Dictionary<string, string?>
    {
        ["Database:Provider"] = "PostgreSql", ["Database:ConnectionString"] = "Host=127.0.0.1;Port=1;Username=anef;Password=anef;Database=anef",
    });

    [Test]
    public async Task On_a_database_that_another_program_has_locked(CancellationToken ct)
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_folder, "anef.db")};Pooling=False");
        await other.OpenAsync(ct);
        await using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE t (c); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)";
        await command.ExecuteNonQueryAsync(ct);
        await Fails("La base de données est verrouillée par un autre programme.", ["migrate"], new Dictionary<string, string?> { ["Database:ConnectionString"] = "Data Source=anef.db;Default Timeout=1" });
    }

    [Test]
    public async Task On_a_file_that_is_no_database(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "anef.db"), string.Concat(Enumerable.Repeat("ceci n'est pas une base ", 400)), ct);
        await Fails("La base de données ne répond pas", ["migrate"], new Dictionary<string, string?> { ["Database:ConnectionString"] = "Data Source=anef.db" });
    }

    [Test]
    public async Task On_a_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await Fails("Le port est déjà pris", ["--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"]);
    }

    [Test]
    public async Task Where_no_key_can_be_kept(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "keys"), "a file, and no folder", ct);
        await Fails("keys", ["--urls", "http://127.0.0.1:0"], new Dictionary<string, string?> { ["Attestations:KeysFolder"] = Path.Combine(_folder, "keys", "deep") });
    }

    [Test]
    public async Task On_a_file_of_a_rehearsal_that_cannot_be_read(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "case.yaml"), "prefecture: [\n", ct);
        await Fails("case.yaml, ligne ", ["rehearse", "case.yaml"], status: 2);
    }

    [Test]
    public async Task With_a_prefecture_whose_file_is_wrong(CancellationToken ct)
    {
        var program = ProgramCopy.Make(_folder);
        await File.WriteAllTextAsync(Path.Combine(program, "config", "prefectures", "38-isere", "prefecture.json"),
            """{ "code": "38", "name": "Isère", "seat": "Grenoble", "mailFrom": "a@example.org", "leadDays": "quinze" }""", ct);
        await Fails("38-isere/prefecture.json, champ « leadDays » : ", ["migrate"], program: program);
    }

    [Test]
    public async Task With_a_module_whose_assembly_is_not_there()
    {
        var program = ProgramCopy.Make(_folder);
        ProgramCopy.AddModule(program, "Lodging", """{ "name": "Lodging", "assembly": "Anef.Lodging.dll" }""");
        await Fails("Module Lodging : Anef.Lodging.dll n'est pas dans ", ["--urls", "http://127.0.0.1:0"], program: program);
    }

    [Test]
    public async Task With_a_configuration_that_is_no_JSON(CancellationToken ct)
    {
        var program = ProgramCopy.Make(_folder);
        File.Delete(Path.Combine(program, "appsettings.json"));
        await File.WriteAllTextAsync(Path.Combine(program, "appsettings.json"), "{ \"Urls\": ", ct);
        await Fails("La configuration ne peut pas être lue : ", ["migrate"], program: program);
    }

    private async Task Fails(string sentence, string[] arguments, Dictionary<string, string?>? settings = null, string? program = null, int status = 0)
    {
        await using var host = HostProcess.Start(_folder, settings ?? [], arguments, program);
        var ended = await host.Ended(TestContext.CurrentContext.CancellationToken);
        Assert.That(ended, status == 0 ? Is.InRange(1, 2) : Is.EqualTo(status), host.Errors);
        Assert.That(host.Errors.Trim().Split('\n'), Has.Length.EqualTo(1), host.Errors);
        Assert.That(host.Errors, Does.Contain(sentence));
    }
}
