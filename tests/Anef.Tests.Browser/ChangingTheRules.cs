using System.Runtime.CompilerServices;
using Anef.SharedKernel.Rehearsals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>The ministry raises a fee, and a prefecture says where it answers.</summary>
internal sealed class ChangingTheRules
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_draft_is_compared_rehearsed_explained_and_published_by_a_second_person(bool phone)
    {
        await using var visit = await Visit.Start(phone, services: services => services.AddSingleton<IRehearsals, OneStory>());
        await visit.SignIn("Marc Fontaine");
        await visit.Page.Locator("main a[href='/ministere/regles/late']").First.ClickAsync();
        await visit.Press("Ouvrir un brouillon");
        await visit.Sees("Ce qui change");
        var text = await visit.Page.Locator("#Body").InputValueAsync();
        await visit.Fill(("Body", text.Replace("180", "190", StringComparison.Ordinal)), ("EffectiveFrom", Filing.Day(60)));
        await visit.Press("Enregistrer");
        await visit.Sees("euros", "180", "190", "Vous avez écrit dans ce brouillon");
        var draft = new Uri(visit.Page.Url).AbsolutePath;
        await visit.Press("Répéter ce texte");
        await visit.SeesSoon("0 sur 2 comme prévu");
        await visit.Sees("Pourquoi cette histoire change", "190 euros au lieu de 180");
        await visit.Fill(("reason", "La loi de finances a changé le droit."));
        await visit.Press("Écrire la raison");
        await visit.Sees("La loi de finances a changé le droit.");

        await using var second = await visit.Meet("Hélène Vasseur", phone);
        await second.Go(draft);
        await second.Press("Publier cette version");
        await second.Sees("190", "par Hélène Vasseur");
        await second.Go("/demarches/journal");
        await second.Sees("euros");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_a_prefecture_writes_is_on_the_public_page(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Paul Giraud");
        await visit.Go("/prefecture/pages/38/CJF");
        await visit.Fill(("Text", "Au premier étage, porte B."));
        await visit.Send();
        await visit.Sees("Donnez le dernier jour");
        await Assertions.Expect(visit.Page.Locator("#Text")).ToHaveValueAsync("Au premier étage, porte B.");
        await visit.Fill(("ExpiresOn", Filing.Day(30)));
        await visit.Press("Enregistrer");
        await visit.Page.Locator("#ligne-CJF").GetByRole(AriaRole.Button, new() { Name = "Vérifiée" }).ClickAsync();
        await using var anybody = await visit.Another(phone);
        await anybody.Go("/demarches/CJF/38");
        await anybody.Sees("Au premier étage, porte B.", "par Paul Giraud");
    }

    /// <summary>In place of every story that is told of the rules: one, that a higher fee changes.</summary>
    private sealed class OneStory : IRehearsals
    {
        public IReadOnlyList<string> Files() => ["retard.yaml"];

        public async IAsyncEnumerable<RehearsalResult> Play(IReadOnlyList<RulesText> rules, [EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield return new("retard.yaml", "Une demande en retard", ["190 euros au lieu de 180"]);
        }
    }
}
