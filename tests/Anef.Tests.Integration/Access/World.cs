using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.Attestations.Contracts;
using Anef.Notifications.Persistence;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Access;

/// <summary>Whose things are asked for.</summary>
internal sealed record Target(string Name, Guid Person, Guid Application, string Number, string Attestation, Guid Document, string Code, Guid Draft, string Upload, Guid Message, string Run, Guid Organisation, Guid Batch, string Case, Guid Proposal, Guid MandateCode, Guid Doubtful);

/// <summary>Four people with a request, a draft, a document, an upload and a message each: the applicant who knocks, a neighbour, somebody of another prefecture, somebody in danger whose file is restricted.</summary>
internal sealed class World
{
    /// <summary>The prefecture of the agents who knock.</summary>
    public const string Here = "38";

    private readonly Dictionary<string, Target> _targets = [];

    /// <summary>Account of the applicant who knocks.</summary>
    public Guid Account { get; } = Guid.CreateVersion7();

    /// <summary>Account of the officer who knocks: the run on the first file is theirs, the others are of others.</summary>
    public Guid Officer { get; } = Guid.CreateVersion7();

    /// <summary>Address of a draft of the rules.</summary>
    public string RuleDraft { get; private set; } = "";

    /// <summary>A referent of an organisation, without any mandate.</summary>
    public Visitor Partner { get; } = TestAccess.Agent(Role.Partner);

    public IEnumerable<string> Names => _targets.Keys;

    public Target Of(string name) => _targets[name];

    public static async Task<World> Make(AnefSite site)
    {
        var world = new World();
        await world.Add(site, "own", "38", "CJF", "L423-1");
        await world.Add(site, "neighbour", "38", "CJF", "L423-1");
        await world.Add(site, "elsewhere", "93", "CJF", "L423-1");
        await world.Add(site, "restricted", "38", "OP", "L425-6");
        using var ministry = site.Browser().As(TestAccess.Agent(Role.Ministry));
        world.RuleDraft = await Posted(ministry, "/ministere/regles/fees?handler=Open");
        return world;
    }

    private async Task Add(AnefSite site, string name, string prefecture, string procedure, string ground)
    {
        var person = await site.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = name,
            FirstNames = "Somebody",
            Born = new(1990, 1, 1),
            Prefecture = prefecture,
            Email = $"{name}@example.org",
            Held = new("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true),
        });
        var filed = await site.Ask<FileApplication.Request, FileApplication.Filed>(new(person, procedure) { Ground = ground, Kind = procedure == "CJF" ? "renewal" : "first" });
        await site.Drain();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
        using var browser = site.Browser().As(TestAccess.Applicant(person, name == "own" ? Account : Guid.CreateVersion7()));
        var code = db.Applications.Single(a => a.Id == filed.ApplicationId).Documents[0].Code;
        await Send(browser, filed.Number, code);
        using var draft = await browser.PostAsync(new Uri("/deposer?demarche=DUP&type=duplicate", UriKind.Relative), new FormUrlEncodedContent([]));
        var upload = await Announce(browser);
        var message = scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.First(m => m.PersonId == person).Id;
        var attestations = await scope.ServiceProvider.GetRequiredService<IAttestations>().OfApplication(person, filed.ApplicationId, default);
        using var officer = site.Browser().As(TestAccess.Agent(name == "restricted" ? Role.Referent : Role.CaseOfficer, prefecture, name == "own" ? Officer : null));
        var run = await Posted(officer, "/agents/dossiers", ("Act", "confirm"), ("Chosen", filed.Number));
        var (organisation, batch, situation, proposal, mandateCode, doubtful) = await AddOrganisation(scope.ServiceProvider, name, person, filed.ApplicationId, prefecture);
        _targets[name] = new(name, person, filed.ApplicationId, filed.Number, attestations[0].Number,
            db.StoredFiles.Single(f => f.ApplicationId == filed.ApplicationId).Id, code, Guid.Parse(draft.Headers.Location!.OriginalString.Split('/')[2]), upload, message, run, organisation, batch, situation, proposal, mandateCode, doubtful);
    }

    /// <summary>An organisation that acts for that person, with something of each kind: that of the first is the partner's who knocks.</summary>
    private async Task<(Guid Organisation, Guid Batch, string Case, Guid Proposal, Guid MandateCode, Guid Doubtful)> AddOrganisation(IServiceProvider services, string name, Guid person, Guid application, string prefecture)
    {
        var db = services.GetRequiredService<PartnerOrganisationsDb>();
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var organisation = new Organisation { Name = $"Asso {name}", AgreedFrom = new(2026, 1, 1), AgreedUntil = new(2026, 12, 31) };
        organisation.GiveToken($"asso-{name}");
        var member = new Member { OrganisationId = organisation.Id, AccountId = name == "own" ? Partner.AccountId!.Value : Guid.CreateVersion7(), Name = "Mona", Email = $"mona@{name}.example", Referent = true };
        var mail = new InboundMail { Key = name, From = member.Email, ReceivedAt = at, OrganisationId = organisation.Id };
        var doubtful = new InboundMail { Key = $"{name}?", From = member.Email, ReceivedAt = at, OrganisationId = organisation.Id, State = MailState.Quarantined, Reason = "noDkim", Content = services.GetRequiredService<MailSeal>().Seal("Subject: situations\r\n\r\nBonjour"u8.ToArray()) };
        var batch = new Batch { OrganisationId = organisation.Id, Channel = "web", MailId = mail.Id, Sender = member.Name, ReceivedAt = at, State = BatchState.Done, Lines = 0 };
        var situation = new PartnerCase { Reference = $"P-{prefecture}-2026-{name.ToUpperInvariant()}", OrganisationId = organisation.Id, Fingerprint = name, Kind = "question", PersonId = person, ApplicationId = application, Prefecture = prefecture, DueOn = new(2026, 3, 16), OpenedAt = at };
        situation.Become(LineStatus.Routed, "routed");
        var proposal = new MandateProposal { OrganisationId = organisation.Id, Number = "1", Born = new(1990, 1, 1), Until = new(2026, 12, 31), File = Guid.CreateVersion7(), FileName = "mandat.pdf", MediaType = "application/pdf", ProposedBy = "Mona", ProposedAt = at, PersonId = person, Prefecture = prefecture };
        var code = new MandateCode { OrganisationId = organisation.Id, AskedBy = "Mona", Subject = name, Hash = "x", Until = new(2026, 12, 31), ExpiresAt = at.AddYears(1) };
        db.AddRange(organisation, member, mail, doubtful, batch, situation, proposal, code);
        await db.SaveChangesAsync();
        return (organisation.Id, batch.Id, situation.Reference, proposal.Id, code.Id, doubtful.Id);
    }

    private static async Task Send(HttpClient browser, string number, string code)
    {
        using var form = new MultipartFormDataContent { { new StringContent(code), "document" }, { new ByteArrayContent(Space.Resident.Photograph), "files", "photo.png" } };
        using var answer = await browser.PostAsync(new Uri($"/demandes/{number}?handler=Document", UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Redirect));
    }

    /// <summary>Where a form leads.</summary>
    private static async Task<string> Posted(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Redirect), path);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>A file on its way.</summary>
    /// <returns>Its address.</returns>
    private static async Task<string> Announce(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/televersements");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", "100");
        using var answer = await browser.SendAsync(request);
        return answer.Headers.Location!.OriginalString;
    }
}
