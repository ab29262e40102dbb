using System.Text.Json.Nodes;
using Anef.SharedKernel.Prefectures;

namespace Anef.Tests.Unit.Prefectures;

internal sealed class FaultsOfAPrefecture : IDisposable
{
    private const string Own = "29-finistere/prefecture.json";

    private readonly PrefectureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("code", "\"98\"", "département")]
    [TestCase("code", "29", "texte")]
    [TestCase("name", "\" \"", "nom")]
    [TestCase("name", "null", "texte")]
    [TestCase("timeZone", "\"Europe/Quimper\"", "fuseau")]
    [TestCase("timeZone", "\"UTC\"", "fuseau")]
    [TestCase("mailFrom", "\"finistere.example\"", "adresse électronique")]
    [TestCase("mailFrom", "\"a@b\"", "adresse électronique")]
    [TestCase("reminderDays", "[30, 90]", "du plus grand au plus petit")]
    [TestCase("reminderDays", "[90, 90]", "du plus grand au plus petit")]
    [TestCase("reminderDays", "[7, 0]", "positifs")]
    [TestCase("reminderDays", "30", "liste")]
    [TestCase("documentReminderDays", "[2, 7]", "du plus grand au plus petit")]
    [TestCase("leadDays", "0", "de 1 à 60")]
    [TestCase("leadDays", "61", "de 1 à 60")]
    [TestCase("leadDays", "\"15\"", "nombre entier")]
    [TestCase("legalCoverageListed", "\"oui\"", "true ou false")]
    [TestCase("documents", """{ "sal": {} }""", "code de procédure")]
    public void Name_the_file_and_the_field_and_what_is_expected(string field, string value, string expected)
    {
        _folder.Set(field, value);
        AssertFault(Own, field, expected);
    }

    [TestCase("""{ "SAL": { "also": ["fiche de paie"] } }""", "documents.SAL.also", "fiche de paie")]
    [TestCase("""{ "SAL": { "also": [null] } }""", "documents.SAL.also", "codes de pièces")]
    [TestCase("""{ "SAL": { "without": ["VLS", "PAIE"] } }""", "documents.SAL", "à la fois")]
    [TestCase("""{ "SAL": null }""", "documents.SAL", "attendu")]
    [TestCase("""{ "SAL": { "instead": [] } }""", "documents.SAL.instead", "schéma")]
    public void Inside_the_documents_are_named_to_the_procedure(string value, string field, string expected)
    {
        _folder.Set("documents", value);
        AssertFault(Own, field, expected);
    }

    [Test]
    public void An_unknown_field_is_a_fault_and_the_known_ones_are_named()
    {
        _folder.Set("leedDays", "15");
        AssertFault(Own, "leedDays", "leadDays");
    }

    [Test]
    public void A_missing_field_is_asked_of_the_prefectures_own_file()
    {
        _folder.Write("29-finistere", """{ "code": "29", "name": "Finistère", "mailFrom": "a@b.example" }""");
        AssertFault(Own, "seat", "manque");
    }

    [Test]
    public void In_the_common_file_are_told_of_the_common_file()
    {
        _folder.Write("_common", """{ "timeZone": "Europe/Paris", "reminderDays": [90], "leadDays": 99, "legalCoverageListed": false, "documentReminderDays": [] }""");
        AssertFault("_common/prefecture.json", "leadDays", "de 1 à 60");
    }

    [Test]
    public void In_the_overrides_are_told_of_the_settings() => AssertFault("settings", "leadDays", "nombre entier", new() { ["leadDays"] = "quinze" });

    [Test]
    public void Two_prefectures_with_one_code_are_refused_and_the_first_is_named()
    {
        _folder.Write("56-morbihan", """{ "code": "29", "name": "Morbihan", "seat": "Vannes", "mailFrom": "a@b.example" }""");
        AssertFault("56-morbihan/prefecture.json", "code", Own);
    }

    [TestCase("[]", "objet JSON")]
    [TestCase("{\n  \"code\": \"29\",,\n}", "ligne 2")]
    [TestCase("""{ "code": "29", "code": "56" }""", "JSON correct")]
    public void A_file_that_is_not_right_as_a_whole_is_named(string json, string expected)
    {
        _folder.Write("29-finistere", json);
        AssertFault(Own, null, expected);
    }

    [Test]
    public void A_folder_without_its_file_is_a_fault()
    {
        _folder.MakeEmpty("56-morbihan");
        AssertFault("56-morbihan/prefecture.json", null, "manque");
    }

    [Test]
    public void No_folder_at_all_is_a_fault() =>
        Assert.That(() => PrefectureFiles.Load("nowhere"), Throws.TypeOf<PrefectureFault>().With.Message.Contains("nowhere"));

    private void AssertFault(string file, string? field, string expected, JsonObject? overrides = null)
    {
        var fault = Assert.Throws<PrefectureFault>(() => _folder.Load(overrides))!;
        Assert.Multiple(() =>
        {
            Assert.That(fault.File, Is.EqualTo(file));
            Assert.That(fault.Field, Is.EqualTo(field));
            Assert.That(fault.Message, Does.Contain(file).And.Contain(field ?? "").And.Contain(expected));
        });
    }
}
