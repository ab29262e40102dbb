using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>The documents of a request: the catalogue's, with the prefecture's variant.</summary>
internal static class Checklist
{
    public static IReadOnlyList<FileDocument> For(string procedure, string kind, Prefecture prefecture, DateOnly on, IProcedures law)
    {
        var variant = prefecture.Documents.GetValueOrDefault(procedure) ?? new DocumentVariant();
        return [.. law.DocumentsOf(procedure, kind, on).Where(d => !variant.Without.Contains(d.Code)).Select(d => new FileDocument(d.Code, d.Label, d.Indispensable)),
            .. variant.Also.Select(code => new FileDocument(code, code, Indispensable: false))];
    }

    /// <summary>What was brought on the day of filing: everything but what is said to be missing.</summary>
    public static IReadOnlyList<FileDocument> Brought(IReadOnlyList<FileDocument> documents, IReadOnlyList<string> missing, DateOnly on)
    {
        if (missing.FirstOrDefault(code => documents.All(d => d.Code != code)) is { } unknown)
            throw new RuleBroken("applications.unknown-document", $"« {unknown} » n'est pas un document de cette démarche. Elle demande : {string.Join(", ", documents.Select(d => d.Code))}.");
        return [.. documents.Select(d => missing.Contains(d.Code) ? d : d with { ReceivedOn = on })];
    }
}
