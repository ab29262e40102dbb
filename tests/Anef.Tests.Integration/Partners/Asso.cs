using System.Net;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.LeadMembers;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Accounts;
using Anef.Tests.Integration.Space;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

/// <summary>An organisation with an agreement and a referent, in a site where somebody has a request.</summary>
internal sealed class Asso : IAsyncDisposable
{
    private Asso(AnefSite site, Resident awa) => (Site, Awa) = (site, awa);

    public AnefSite Site { get; }

    /// <summary>Somebody of prefecture 38, born on 1 January 1990.</summary>
    public Resident Awa { get; }

    public Guid Id { get; private set; }

    /// <summary>The referent.</summary>
    public Visitor Mona { get; } = new(Guid.CreateVersion7(), "Mona Karim", null, [new(Role.Partner, null)]);

    public Visitor Officer { get; } = TestAccess.Agent(Role.CaseOfficer, "38");

    public static async Task<Asso> Start()
    {
        var site = await AnefSite.Start();
        var asso = new Asso(site, await Resident.Settle(site));
        asso.Id = await asso.Register("Asso Exemple", asso.Mona);
        return asso;
    }

    public async ValueTask DisposeAsync()
    {
        Awa.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Another organisation, with its referent.</summary>
    public async Task<Guid> Register(string name, Visitor referent, params string[] procedures)
    {
        var organisation = new Organisation { Name = name, AgreedFrom = new(2026, 1, 1), AgreedUntil = new(2026, 12, 31), Procedures = procedures };
        organisation.GiveToken(name.ToLowerInvariant().Replace(' ', '-'));
        await Keep(organisation, new Member { OrganisationId = organisation.Id, AccountId = referent.AccountId!.Value, Name = referent.Name, Email = "mona@asso-exemple.org", Referent = true, Since = Site.Clock.GetUtcNow() });
        return organisation.Id;
    }

    /// <summary>Awa lets the organisation act for her.</summary>
    public async Task<Mandate> Mandate(Guid? organisation = null, params string[] procedures)
    {
        var mandate = new Mandate { OrganisationId = organisation ?? Id, PersonId = Awa.Person, Procedures = procedures, Proof = MandateProof.Code, Until = new(2026, 9, 1), ProposedAt = Site.Clock.GetUtcNow() };
        mandate.Validate(null, Site.Clock.GetUtcNow());
        await Keep(mandate);
        return mandate;
    }

    /// <summary>A situation of the organisation, for prefecture 38.</summary>
    public async Task<PartnerCase> Situation(string reference, DateOnly due, Guid? person = null, string? prefecture = "38", int priority = 2)
    {
        var made = new PartnerCase { OrganisationId = Id, Reference = reference, Fingerprint = reference, Kind = "question", Prefecture = prefecture, PersonId = person, Priority = priority, DueOn = due, OpenedAt = Site.Clock.GetUtcNow() };
        made.Become(person is null ? LineStatus.Received : LineStatus.Routed, person is null ? "toIdentify" : null);
        await Keep(made);
        return made;
    }

    public async Task Keep(params object[] rows)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task<T> Look<T>(Func<PartnerOrganisationsDb, Task<T>> look)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>());
    }

    /// <summary>A browser in somebody's hands.</summary>
    public Guest As(Visitor visitor)
    {
        var guest = new Guest(Site);
        guest.Browser.As(visitor);
        return guest;
    }

    /// <summary>Sends a form with a file in it.</summary>
    public static async Task<Answer> Upload(Guest guest, string path, string handler, string field, (string Name, byte[] Content) file, params (string Name, string Value)[] fields)
    {
        var page = await guest.Get(path);
        var token = page.Html.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file.Content), field, file.Name } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var answer = await guest.Browser.PostAsync(new Uri($"{path}?handler={handler}", UriKind.Relative), form);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
