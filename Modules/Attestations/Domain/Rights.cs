using Anef.Attestations.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>What a document lets its holder do.</summary>
internal static class Rights
{
    /// <summary>A confirmation of filing gives none, whatever the request may give later: art. R.431-15-1.</summary>
    public static WorkRight WorkOf(AttestationKind kind, WorkRight stated) => kind is AttestationKind.FilingConfirmation ? WorkRight.No : stated;

    /// <summary>Coming back to France: only a provisional document together with the permit that it prolongs is commonly accepted.</summary>
    public static TravelRight TravelOf(AttestationKind kind, bool holdsPermit, bool permitLost) => kind switch
    {
        AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt or AttestationKind.FavourableDecision
            when holdsPermit && !permitLost => TravelRight.WithHeldPermit,
        _ => TravelRight.No,
    };

    /// <summary>First letters: enough to see that a document is another's, too little to name anybody.</summary>
    public static string InitialsOf(string firstNames, string surname)
    {
        return First(firstNames) + First(surname);

        static string First(string name) => name.Length == 0 ? "" : $"{char.ToUpperInvariant(name.Normalize()[0])}.";
    }
}

internal enum TravelRight
{
    No,
    WithHeldPermit,
}
