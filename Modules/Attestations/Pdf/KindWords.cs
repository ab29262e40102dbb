using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Pdf;

/// <summary>What only one kind of document says.</summary>
internal sealed record KindWords(string Title, string Validity, string? Warning, string Plain, string English, string Stay, string Social)
{
    private const string AsBefore = "Maintenus : caisse d’allocations familiales, assurance maladie, France Travail, aux mêmes conditions que le titre présenté.";
    private const string Regular = "Oui. La personne séjourne régulièrement en France pendant cette période.";

    public static KindWords Of(Attestation attestation, Basis basis) => attestation.Kind switch
    {
        AttestationKind.FilingConfirmation => FilingConfirmation(basis),
        AttestationKind.Extension => Extension(attestation, basis),
        AttestationKind.FavourableDecision => FavourableDecision(),
        AttestationKind.LegalCoverage => LegalCoverage(attestation, basis),
        AttestationKind.Continuity => Continuity(attestation),
        AttestationKind.CommissionReceipt => Receipt("Récépissé délivré pendant la saisine de la commission du titre de séjour", attestation, basis),
        _ => Receipt("Récépissé de demande de titre de séjour", attestation, basis),
    };

    private static KindWords FilingConfirmation(Basis basis) => new(
        "Confirmation du dépôt d’une demande de titre de séjour",
        $"Demande déposée le {basis.FiledOn.Words()}",
        "CE DOCUMENT NE PROUVE QUE LE DÉPÔT D’UNE DEMANDE. Il ne justifie pas de la régularité du séjour, n’autorise pas à travailler et n’ouvre aucun droit "
            + "(article R.431-15-1 du code de l’entrée et du séjour des étrangers et du droit d’asile).",
        "La demande est bien reçue. Gardez ce document : il porte le numéro et la date de la demande. Il ne remplace ni un titre de séjour ni une attestation "
            + "de prolongation d’instruction.",
        "This only confirms that an application was filed. It proves no right to stay or to work in France.",
        "Ce document ne dit rien du droit au séjour. Le titre détenu, s’il est en cours de validité, garde ses effets.",
        "Aucun droit n’est ouvert par ce document.");

    private static KindWords Extension(Attestation attestation, Basis basis) => new(
        "Attestation de prolongation de l’instruction d’une demande de titre de séjour",
        $"Valable {French.Words(attestation.ValidFrom, attestation.ValidUntil)}",
        null,
        "La demande de titre de séjour est complète et la préfecture l’examine encore. En attendant sa décision, la personne reste en règle"
            + $"{Keeps(basis)} pendant toute la période indiquée. Si l’examen dure plus longtemps, une nouvelle attestation suit celle-ci, sans interruption.",
        "The application is still being examined. The holder is lawfully resident in France for the whole period shown; see “Travailler” for the right to work.",
        Regular, basis.HeldTitle is null ? "Ouverts selon la réglementation de chaque organisme, sur présentation de ce document." : AsBefore);

    private static KindWords FavourableDecision() => new(
        "Attestation de décision favorable à une demande de titre de séjour",
        "", null,
        "Le préfet a accordé le titre de séjour. La carte est en cours de fabrication. Ce document la remplace jusqu’au jour où elle est remise.",
        "The residence permit has been granted and the card is being made. This document stands for it until the card is handed over.",
        "Oui. Le titre de séjour est accordé.", "Ouverts ou maintenus comme avec le titre accordé : caisse d’allocations familiales, assurance maladie, France Travail.");

    private static KindWords LegalCoverage(Attestation attestation, Basis basis) => new(
        "Attestation de maintien des droits après l’expiration de la carte",
        $"Droits maintenus {French.Words(attestation.ValidFrom, attestation.ValidUntil)}",
        null,
        $"La carte a expiré{(basis.HeldUntil is { } end ? $" le {end.Words()}" : "")}, mais la loi elle-même (article L.433-3) prolonge ses effets : son titulaire garde "
            + $"le droit de séjourner{(basis.Work == WorkRight.No ? " et l’ensemble de ses droits sociaux" : ", l’ensemble de ses droits sociaux et le droit de travailler")} "
            + "pendant la période indiquée. La carte expirée suffit ; ce document l’explique.",
        $"By law (article L.433-3) the expired card keeps its effects for the period shown: residence, social rights{(basis.Work == WorkRight.No ? "" : " and work")}.",
        Regular, "Maintenus en totalité, par l’effet de l’article L.433-3 : caisse d’allocations familiales, assurance maladie, France Travail.");

    private static KindWords Continuity(Attestation attestation) => new(
        "Attestation de continuité du séjour et des droits",
        $"Période couverte : {French.Words(attestation.ValidFrom, attestation.ValidUntil)}",
        null,
        "Pendant cette période, un incident de l’administration a laissé la personne sans document. Sa demande était complète et déposée à temps : son séjour est resté "
            + "régulier et ses droits n’ont pas été interrompus. Aucun organisme ni employeur ne peut lui opposer cette absence de document.",
        "An incident of the administration left the holder without a document on these days. Residence and rights were not interrupted.",
        "Oui. Le séjour est resté régulier sans interruption.", "Maintenus sans interruption : caisse d’allocations familiales, assurance maladie, France Travail.");

    private static KindWords Receipt(string title, Attestation attestation, Basis basis) => new(
        title,
        $"Valable {French.Words(attestation.ValidFrom, attestation.ValidUntil)}",
        null,
        $"La demande de titre de séjour est enregistrée. En attendant la décision, la personne reste en règle{Keeps(basis)} pendant toute la période indiquée. "
            + "Si l’examen dure plus longtemps, un nouveau récépissé suit celui-ci, sans interruption.",
        "The application is registered. The holder is lawfully resident in France for the period shown; see “Travailler” for the right to work.",
        Regular, basis.HeldTitle is null ? "Ouverts selon la réglementation de chaque organisme, sur présentation de ce document." : AsBefore);

    private static string Keeps(Basis basis) => basis.HeldTitle is null ? "" : " et garde les droits du titre qu’elle détenait";
}
