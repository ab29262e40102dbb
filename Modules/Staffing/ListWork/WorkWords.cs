using Anef.Staffing.Domain;

namespace Anef.Staffing.ListWork;

/// <summary>Steps as officers read them.</summary>
internal static class WorkWords
{
    public static string Of(Step step) => step switch
    {
        Step.ToCheck => "vérifier la complétude",
        Step.ToDecide => "décider",
        Step.ToNotify => "notifier la décision",
        Step.ToHandOver => "remettre la carte",
        Step.WaitingForPerson => "la personne doit répondre",
        Step.WaitingForOther => "un autre service doit répondre",
        _ => "plus rien",
    };
}
