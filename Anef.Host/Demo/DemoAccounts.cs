using System.Text.Json.Nodes;

namespace Anef.Host.Demo;

/// <summary>Who can sign in to the demonstration: each of its people, and agents of every role in each of its prefectures.</summary>
internal static class DemoAccounts
{
    private static readonly string[] People = ["awa", "sachin", "mina", "lucas", "hop", "fatou", "karim", "elena", "jose", "lea", "ivan"];

    private static readonly (string Prefecture, string Role, string Name)[] Agents =
    [
        ("38", "CaseOfficer", "Claire Perrin"), ("38", "CaseOfficer", "Hugo Blanc"), ("38", "Referent", "Samira Meyer"), ("38", "TeamManager", "Paul Giraud"), ("38", "WelcomePoint", "Inès Roche"),
        ("93", "CaseOfficer", "Thomas Leroy"), ("93", "CaseOfficer", "Nadia Benali"), ("93", "Referent", "Camille Faure"), ("93", "TeamManager", "Sophie Durand"), ("93", "WelcomePoint", "Yanis Morel"),
        ("972", "CaseOfficer", "Maëlle Joseph"), ("972", "CaseOfficer", "Éric Marie-Sainte"), ("972", "Referent", "Lucie Bellay"), ("972", "TeamManager", "Gérard Césaire"), ("972", "WelcomePoint", "Anaïs Rosette"),
    ];

    private static readonly (string Role, string Name)[] OfTheCountry =
        [("ContactCentre", "Julie Martin"), ("Ministry", "Marc Fontaine"), ("Ministry", "Hélène Vasseur"), ("Operator", "Olivier Renaud")];

    public static IEnumerable<(string Name, JsonObject Fields)> All() =>
    [
        .. People.Select(name => (name, new JsonObject { ["person"] = name })),
        .. Agents.Select((agent, index) => Agent($"agent{index}", agent.Name, $"{agent.Role}@{agent.Prefecture}", $"agent{index}.{agent.Prefecture}@prefecture.example")),
        .. OfTheCountry.Select((agent, index) => Agent($"national{index}", agent.Name, agent.Role, $"agent{index}@ministere.example")),
        // Somebody whom no file knows yet.
        ("bintou", new JsonObject { ["name"] = "Bintou Sarr", ["email"] = "bintou@example.org" }),
    ];

    private static (string, JsonObject) Agent(string key, string name, string role, string email) =>
        (key, new JsonObject { ["name"] = name, ["email"] = email, ["roles"] = new JsonArray(role) });
}
