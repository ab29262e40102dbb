using System.Text;
using System.Text.Json;
using Anef.PartnerOrganisations.SendFiles;
using Anef.PartnerOrganisations.Settings;
using Microsoft.AspNetCore.Http;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>What a program sends, as the mail that it could have been: files in a form, a JSON array, or one JSON line for each situation.</summary>
internal sealed class SentFiles(PartnerOptions options, TimeProvider clock)
{
    /// <returns>The message, or why there is none, in French.</returns>
    public async Task<(byte[]? Message, string? Fault)> Read(HttpRequest request, ProgramKey program, CancellationToken ct)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(ct);
            var files = new List<(string, byte[])>();
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, ct);
                files.Add((file.FileName, content.ToArray()));
            }
            return Make(program, form["subject"], form["text"], files);
        }
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/json" or "application/x-ndjson")) return (null, "Envoyez un formulaire avec des fichiers (multipart/form-data), un tableau JSON (application/json), ou une ligne JSON par situation (application/x-ndjson).");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        var array = type == "application/json" ? text : $"[{string.Join(',', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}]";
        if (!IsArray(array)) return (null, "Ce JSON ne peut pas être lu : un tableau d'objets est attendu, un objet par situation.");
        return Make(program, null, null, [("situations.json", Encoding.UTF8.GetBytes(array))]);
    }

    private (byte[]?, string?) Make(ProgramKey program, string? subject, string? text, List<(string Name, byte[] Content)> files)
    {
        if (files.Count == 0 && string.IsNullOrWhiteSpace(text)) return (null, "Rien n'est joint : un fichier, ou un texte, est attendu.");
        if (files.Sum(f => (long)f.Content.Length) > FilesMessage.MostBytes) return (null, "Ces fichiers dépassent 25 Mo ensemble : envoyez-les en plusieurs fois.");
        return (FilesMessage.Make(program.Organisation.Id, $"{program.Key.ClientId}@programmes.anef.invalid", options.AddressOf(program.Organisation.Token), subject, text, files, clock.GetUtcNow()), null);
    }

    private static bool IsArray(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
