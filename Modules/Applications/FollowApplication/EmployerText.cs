using System.Globalization;
using Anef.Attestations.Contracts;

namespace Anef.Applications.FollowApplication;

/// <summary>What a person may send to an employer with an attestation: what it lets them do, and how to check it. Neither ground nor procedure.</summary>
/// <remarks>In French whatever the reader's language: employers read it.</remarks>
internal static class EmployerText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Of(AttestationSummary attestation)
    {
        var period = attestation.ValidUntil is { } until ? $"du {Day(attestation.ValidFrom)} au {Day(until)}, jours compris" : $"à partir du {Day(attestation.ValidFrom)}, jusqu'à la remise de la carte";
        var work = attestation.Work switch
        {
            "yes" => "Ce document autorise son titulaire à travailler pendant cette période.",
            "conditional" => $"Ce document autorise son titulaire à travailler pendant cette période, sous cette condition : {attestation.WorkCondition ?? "celle qui y est écrite"}.",
            _ => "Ce document n'autorise pas, à lui seul, son titulaire à travailler.",
        };
        return $"""
            Bonjour,
            Vous trouverez ci-joint mon attestation n° {attestation.Number}, valable {period}. Elle est délivrée par la préfecture pendant l'examen de ma demande et prouve la régularité de mon séjour.
            {work}
            Vous pouvez la vérifier en quelques secondes, sans inscription : lisez le code carré qui y figure, ou saisissez son numéro sur la page « Vérifier une attestation » du service. La réponse indique l'état du document à l'instant où vous la demandez ; gardez-en la trace.
            Si l'examen dure plus longtemps, un nouveau document suit celui-ci sans interruption.
            """;
    }

    private static string Day(DateOnly day) => day.ToString(day.Day == 1 ? "'1er' MMMM yyyy" : "d MMMM yyyy", French);
}
