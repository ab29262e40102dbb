using Anef.Applications.Domain;
using Anef.Procedures.Contracts;

namespace Anef.Applications.FollowApplication;

/// <summary>Documents by their names: an officer asks by code, a person reads words.</summary>
internal static class DocumentNames
{
    public static string NameOf(PermitApplication file, string code, IProcedures law, DateOnly on)
    {
        if (file.Documents.FirstOrDefault(d => d.Code == code) is { } known && known.Label != code) return known.Label;
        return law.All(on).SelectMany(p => p.Kinds.Take(1).SelectMany(kind => law.DocumentsOf(p.Code, kind, on))).FirstOrDefault(d => d.Code == code)?.Label ?? code;
    }
}
