namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Nobody could be asked for a key: it says nothing of the mail.</summary>
internal sealed class KeyUnavailable(string name, Exception? why) : Exception($"The key {name} could not be asked for.", why);
