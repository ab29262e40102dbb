using System.Net;
using System.Text.RegularExpressions;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Access;
using Anef.Tests.Integration.Space;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Pages;

internal sealed partial class FormsAndLists
{
    [Test]
    public async Task Each_form_that_changes_something_shows_that_it_comes_from_here()
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site, "VIECOM");
        var forms = new List<string>();
        foreach (var path in new[] { "/deposer", "/avis", "/connexion", "/mon-espace/notifications", "/mon-espace/declarer/titre", $"/demandes/{awa.Number}", $"/demandes/{awa.Number}/modifier", $"/demandes/{awa.Number}/retirer" })
        {
            var here = PostForm().Matches(await awa.Read(path)).Select(form => form.Value).ToList();
            Assert.That(here, Has.Count.GreaterThan(1), $"{path}: one to sign out, and its own");
            forms.AddRange(here);
        }
        Assert.That(forms, Has.All.Contains("name=\"__RequestVerificationToken\""));
    }

    [Test]
    public async Task What_a_page_does_not_do_is_not_found()
    {
        await using var site = await AnefSite.Start(configure: builder => builder.Services.AddSingleton<IAntiforgery, AnyForm>());
        using var manager = site.Browser().As(TestAccess.Agent(Role.TeamManager, "38"));
        using var nothing = new FormUrlEncodedContent([]);
        using var answer = await manager.PostAsync(new Uri("/agents/consultations", UriKind.Relative), nothing);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(site.Faults, Is.Empty);
    }

    [Test]
    public async Task A_list_of_one_page_offers_no_other()
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site);
        Assert.That(await awa.Read("/mon-espace/messages"), Does.Contain("non lu").And.Not.Contain("fr-pagination"));
    }

    [Test]
    public async Task Everybody_who_works_here_has_a_first_page()
    {
        await using var site = await AnefSite.Start();
        foreach (var role in Enum.GetValues<Role>().Except([Role.Applicant]))
        {
            using var agent = site.Browser().As(TestAccess.Agent(role, role is Role.ContactCentre or Role.Ministry or Role.Operator ? null : "38"));
            using var sent = await agent.GetAsync(new Uri("/agents", UriKind.Relative));
            using var first = await agent.GetAsync(sent.Headers.Location);
            // The partners' space opens to members of an organisation alone, and this one is nobody's.
            Assert.That((sent.StatusCode, first.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, role == Role.Partner ? HttpStatusCode.NotFound : HttpStatusCode.OK)), $"{role}");
        }
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostForm();
}
