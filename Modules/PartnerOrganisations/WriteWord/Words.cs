using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.WriteWord;

/// <summary>Makes a word of a thread.</summary>
internal static class Words
{
    /// <exception cref="RuleBroken">It is empty, or too long.</exception>
    public static CaseWord Of(PartnerCase about, string? text, string author, bool fromOrganisation, DateTimeOffset now)
    {
        var said = text?.Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken("partners.no-text", "Écrivez votre message.");
        if (said.Length > CaseWord.Longest) throw new RuleBroken("partners.long-text", "Le message dépasse 4 000 caractères : raccourcissez-le, ou envoyez-le en deux fois.");
        return new() { CaseId = about.Id, At = now, FromOrganisation = fromOrganisation, Author = author, Text = said };
    }
}
