using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Settings;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Pdf;

/// <summary>Puts an attestation into words.</summary>
internal sealed class DocumentWords(PrefectureCatalog prefectures, DocumentOptions options)
{
    /// <param name="follows">Number of the document before it in the chain.</param>
    public DocumentText Of(Attestation attestation, Basis basis, string? follows)
    {
        var own = KindWords.Of(attestation, basis);
        var office = prefectures.Find(basis.IssuedBy)?.Name is { } name ? $"{name}, {basis.IssuedBy}" : basis.IssuedBy;
        return new(
            $"Préfecture : {office}", own.Title, attestation.Number,
            own.Validity.Length > 0 ? own.Validity : Open(attestation), own.Warning, own.Plain, own.English,
            Holder(basis), Request(basis, follows), RightsOf(attestation, basis, own),
            "Si l’on refuse ce document", Refused(attestation),
            $"{options.Base}/verifier",
            $"Délivré au nom du préfet ({office}) le {attestation.IssuedAt.Words(basis.Zone)}. Cachet électronique du service : la signature de ce fichier se vérifie "
                + "avec tout lecteur PDF ; imprimé, il se vérifie par le code carré.");
    }

    private static string Open(Attestation attestation) => attestation.ValidUntil is null
        ? $"Valable à partir du {attestation.ValidFrom.Words()} et jusqu’à la remise de la carte"
        : $"Valable {French.Words(attestation.ValidFrom, attestation.ValidUntil)}";

    private static Table Holder(Basis basis) => new("Titulaire", Known(
        ("Nom", basis.Surname),
        ("Prénoms", basis.FirstNames),
        ("Sexe", basis.Sex switch { "F" => "féminin", "M" => "masculin", var other => other }),
        (basis.Sex == "F" ? "Née le" : "Né(e) le", basis.Born.Words()),
        ("Lieu de naissance", basis.BirthPlace),
        ("Nationalité", basis.Nationality),
        ("Numéro étranger", basis.ForeignerNumber)));

    private static Table Request(Basis basis, string? follows) => new("Demande", Known(
        ("Numéro", basis.ApplicationNumber),
        ("Objet", basis.ProcedureName),
        ("Fondement", $"article {basis.Ground}"),
        ("Déposée le", basis.FiledOn.Words()),
        ("Complète depuis le", basis.CompleteSince?.Words()),
        ("Base légale", $"article {basis.LegalBasis}"),
        ("Suit l’attestation", follows)));

    private static Table RightsOf(Attestation attestation, Basis basis, KindWords own) => new("Ce que ce document permet", Known(
        ("À présenter avec", Together(attestation.Kind, basis)),
        ("Séjourner", own.Stay),
        ("Travailler", Work(Rights.WorkOf(attestation.Kind, basis.Work), basis)),
        ("Voyager", Travel(attestation.Kind, basis)),
        ("Droits sociaux", own.Social),
        ("Mention", attestation.Kind is AttestationKind.FilingConfirmation ? null : basis.Mention)));

    private static string Together(AttestationKind kind, Basis basis)
    {
        if (basis.HeldTitle is null) return kind is AttestationKind.FilingConfirmation ? "une pièce d’identité" : "un passeport ou une pièce d’identité";
        var title = basis.HeldTitle + (basis.HeldNumber is null ? "" : $" n°\u00A0{basis.HeldNumber}") + (basis.HeldUntil is { } end ? $", valable jusqu’au {end.Words()}" : "");
        return basis.HeldLost ? $"accompagnée de la déclaration de perte ou de vol du titre : {title}" : $"le titre détenu : {title}";
    }

    private static string Work(WorkRight work, Basis basis) => work switch
    {
        WorkRight.Yes when basis.HeldTitle is not null => "Oui. La personne est autorisée à travailler, dans les conditions du titre présenté.",
        WorkRight.Yes => "Oui. La personne est autorisée à travailler.",
        WorkRight.Conditional => $"Oui, sous condition : {basis.WorkCondition ?? "voir le titre présenté"}.",
        _ => "Non. Ce document n’autorise pas à travailler.",
    };

    private static string Travel(AttestationKind kind, Basis basis) => Rights.TravelOf(kind, basis.HeldTitle is not null, basis.HeldLost) is TravelRight.WithHeldPermit
        ? "Retour en France admis avec ce document, le titre détenu et un passeport valable. Renseignez-vous auprès des pays traversés."
        : "Ce document ne garantit pas le retour en France : demandez un visa de retour avant tout départ.";

    private static string Refused(Attestation attestation) => attestation.Kind is AttestationKind.FilingConfirmation
        ? "Ce document n’ouvre aucun droit : un refus peut être fondé. Si votre titre de séjour arrive à sa fin et que votre demande est complète, demandez votre attestation de "
            + "prolongation dans votre espace ou à la préfecture."
        : "Montrez le code carré ou dictez le numéro : la vérification publique répond en quelques secondes, sans inscription. Demandez un refus écrit et motivé. "
            + "Signalez-le à la préfecture ; le Défenseur des droits peut être saisi gratuitement (09 69 39 00 00, defenseurdesdroits.fr).";

    private static List<Row> Known(params (string Label, string? Value)[] rows) =>
        [.. rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => new Row(r.Label, r.Value!))];
}
