namespace Anef.SharedKernel.Languages;

/// <summary>Sentences of pages that are in French only.</summary>
public static class French
{
    /// <summary><c>1 dossier</c>, <c>3 dossiers</c>; less than two is singular.</summary>
    public static string Count(int count, string one, string many) => $"{count} {(count < 2 ? one : many)}";
}
