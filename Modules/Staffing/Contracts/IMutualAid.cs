namespace Anef.Staffing.Contracts;

/// <summary>Whom a prefecture helps.</summary>
public interface IMutualAid
{
    /// <summary>Whether officers of one of these prefectures may prepare today a file of that prefecture and procedure: read it, note, draft. They act upon it in no other way.</summary>
    Task<bool> Prepares(IReadOnlyList<string> helpers, string aided, string procedure, CancellationToken ct);
}
