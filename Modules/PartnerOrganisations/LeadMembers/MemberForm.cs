using System.ComponentModel.DataAnnotations;

namespace Anef.PartnerOrganisations.LeadMembers;

/// <summary>The fields of an invitation.</summary>
internal sealed class MemberForm
{
    [Required(ErrorMessage = "Le nom est attendu."), MaxLength(200, ErrorMessage = "Ce nom est trop long.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "L'adresse professionnelle est attendue."), MaxLength(200, ErrorMessage = "Cette adresse est trop longue."),
        RegularExpression(@"[^\s@]+@[^\s@]+\.[^\s@]+", ErrorMessage = "Cette adresse n'a pas la forme attendue : nom@exemple.org.")]
    public string? Email { get; set; }

    public bool Referent { get; set; }
}
