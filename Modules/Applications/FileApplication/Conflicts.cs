using Anef.Applications.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.FileApplication;

/// <summary>Requests stand side by side; the same one asked twice is the only true conflict, and it comes with a choice.</summary>
internal static class Conflicts
{
    public static void Refuse(IEnumerable<PermitApplication> pending, string procedure, string kind)
    {
        if (Find(pending, procedure, kind) is { } same)
            throw new RuleBroken("applications.conflict",
                $"Vous avez déjà la demande {same.Number} en cours pour « {same.ProcedureName} », déposée le {same.FiledOn:dd/MM/yyyy}. Vous pouvez la compléter ou la corriger ; ou vous en désister d'abord.");
    }

    /// <summary>The same request, already on its way.</summary>
    public static PermitApplication? Find(IEnumerable<PermitApplication> pending, string procedure, string kind) => kind is Kinds.Declaration or Kinds.Duplicate or Kinds.Employer ? null
        : pending.FirstOrDefault(a => a.Undecided && a.Procedure == procedure && a.Kind == kind && a.WithdrawalEffectiveOn is null);
}
