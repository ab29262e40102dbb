using System.ComponentModel.DataAnnotations;
using Anef.PartnerOrganisations.Domain;

namespace Anef.PartnerOrganisations.RegisterOrganisation;

/// <summary>The fields of an organisation and its agreement.</summary>
internal sealed class OrganisationForm
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\r', '\t'];

    [Required(ErrorMessage = "Le nom de l'organisation est attendu."), MaxLength(200, ErrorMessage = "Ce nom est trop long.")]
    public string? Name { get; set; }

    [MaxLength(200, ErrorMessage = "Ce nom est trop long.")]
    public string? Network { get; set; }

    [Required(ErrorMessage = "Le premier jour de la convention est attendu.")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Le dernier jour de la convention est attendu.")]
    public DateOnly? Until { get; set; }

    [MaxLength(1500, ErrorMessage = "Cette liste est trop longue.")]
    public string? Prefectures { get; set; }

    public List<string> Procedures { get; set; } = [];

    [MaxLength(3000, ErrorMessage = "Cette liste est trop longue.")]
    public string? Senders { get; set; }

    /// <summary>Once the fields are known to be filled in.</summary>
    public OrganisationValues Values() => new(Name!, Network, From!.Value, Until!.Value, List(Prefectures), Procedures, List(Senders));

    public static OrganisationForm Of(Organisation organisation) => new()
    {
        Name = organisation.Name, Network = organisation.Network, From = organisation.AgreedFrom, Until = organisation.AgreedUntil,
        Prefectures = string.Join(", ", organisation.Prefectures), Procedures = [.. organisation.Procedures], Senders = string.Join('\n', organisation.Senders),
    };

    private static string[] List(string? written) => (written ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
