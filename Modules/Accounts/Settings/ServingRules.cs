using Anef.SharedKernel.Settings;

namespace Anef.Accounts.Settings;

/// <summary>What must be set before pages about people are served to the world.</summary>
internal static class ServingRules
{
    /// <exception cref="SettingFault">Nobody could sign in, or not safely.</exception>
    public static void Check(AccountOptions options)
    {
        if (!options.HasIssuer && options.Local != true)
            throw new SettingFault("Accounts", "personne ne pourrait se connecter : configurez Accounts:FranceConnect ou Accounts:ProConnect (Authority, ClientId, ClientSecret), ou ouvrez les comptes locaux avec Accounts:Local = true.");
        if (!options.OverHttps)
            throw new SettingFault("Urls", "les pages ne sont servies qu'en https : donnez des adresses en https, ou nommez dans Proxy:Trusted le serveur mandataire qui les reçoit.");
    }
}
