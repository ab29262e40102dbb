using System.ComponentModel.DataAnnotations;
using Anef.PartnerOrganisations.Domain;

namespace Anef.PartnerOrganisations.AskMandate;

/// <summary>Of whom, for what and until when.</summary>
internal sealed class MandateForm
{
    [Required(ErrorMessage = "Le numéro étranger, ou celui d'une demande, est attendu."), MaxLength(40, ErrorMessage = "Ce numéro est trop long.")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "La date de naissance est attendue.")]
    public DateOnly? Born { get; set; }

    [Required(ErrorMessage = "Le dernier jour du mandat est attendu.")]
    public DateOnly? Until { get; set; }

    public List<string> Procedures { get; set; } = [];

    /// <summary>Once the fields are known to be filled in.</summary>
    public MandateTerms Terms() => new([.. Procedures.Distinct()], Until!.Value);
}
