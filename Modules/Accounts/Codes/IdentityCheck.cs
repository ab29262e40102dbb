using Anef.Accounts.Domain;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Accounts.Codes;

/// <summary>Whether somebody knows what stands on a document. Says the same whatever is unknown or wrong, and counts by number, known or not.</summary>
internal sealed class IdentityCheck(IApplications applications, Throttle throttle)
{
    private const int MostAnHour = 5;

    /// <exception cref="RuleBroken">It does not agree, or it was tried too often.</exception>
    public async Task<PersonFound> Find(string foreignerNumber, DateOnly born, string? documentNumber, CancellationToken ct) =>
        await Look(foreignerNumber, born, documentNumber, ct)
        ?? throw new RuleBroken("accounts.identity", "Ces informations ne vont ensemble dans aucun dossier. Vérifiez chaque chiffre sur votre document, ou allez à un point d'accueil.");

    /// <summary>The same; null when it does not agree.</summary>
    public async Task<PersonFound?> Look(string foreignerNumber, DateOnly born, string? documentNumber, CancellationToken ct)
    {
        var number = Secret.Plain(foreignerNumber);
        if (!await throttle.Allows("identity", number, MostAnHour, TimeSpan.FromHours(1), ct)) throw CodeDesk.TooMany();
        return await applications.FindPerson(number, born, documentNumber, ct);
    }
}
