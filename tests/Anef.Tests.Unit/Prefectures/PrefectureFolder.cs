using System.Text.Json.Nodes;
using Anef.SharedKernel.Prefectures;

namespace Anef.Tests.Unit.Prefectures;

/// <summary>A folder of prefectures of one test: a common file and Finistère.</summary>
internal sealed class PrefectureFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("anef-prefectures-").FullName;

    public PrefectureFolder()
    {
        Write("_common", """
            { "timeZone": "Europe/Paris", "reminderDays": [90, 30], "leadDays": 15, "legalCoverageListed": false, "documentReminderDays": [7, 2],
              "documents": { "SAL": { "also": ["PAIE"] } } }
            """);
        Write("29-finistere", """{ "code": "29", "name": "Finistère", "seat": "Quimper", "mailFrom": "a@finistere.prefecture.example" }""");
    }

    public void Write(string name, string json)
    {
        Directory.CreateDirectory(Path.Combine(_path, name));
        File.WriteAllText(Path.Combine(_path, name, "prefecture.json"), json);
    }

    public void MakeEmpty(string name) => Directory.CreateDirectory(Path.Combine(_path, name));

    /// <summary>Finistère's file with one field set.</summary>
    public void Set(string field, string value)
    {
        var file = Path.Combine(_path, "29-finistere", "prefecture.json");
        var fields = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        fields[field] = JsonNode.Parse(value);
        File.WriteAllText(file, fields.ToJsonString());
    }

    public IReadOnlyList<Prefecture> Load(JsonObject? overrides = null) => PrefectureFiles.Load(_path, overrides);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
