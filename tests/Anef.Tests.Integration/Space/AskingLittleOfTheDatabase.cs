using Anef.Accounts.Persistence;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Attestations.Persistence;
using Anef.Feedback.Persistence;
using Anef.Notifications.Persistence;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

/// <summary>Statements a page needs, whatever it shows.</summary>
[NonParallelizable]
public sealed class AskingLittleOfTheDatabase
{
    private readonly Statements _statements = new();
    private AnefSite _site = null!;
    private Resident _awa = null!;

    [SetUp]
    public async Task Settle()
    {
        _site = await AnefSite.Start(configure: builder => Watched<ApplicationsDb>(Watched<AttestationsDb>(Watched<AccountsDb>(Watched<ProceduresDb>(Watched<NotificationsDb>(Watched<FeedbackDb>(builder.Services)))))));
        _awa = await Resident.Settle(_site);
    }

    [TearDown]
    public async Task Close()
    {
        _awa.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task The_space_needs_four_however_many_requests_there_are_and_a_request_five_with_its_usual_delay()
    {
        await _awa.Read("/mon-espace");
        Assert.That(await _statements.During(() => _awa.Read("/mon-espace")), Is.EqualTo(4));
        for (var i = 0; i < 6; i++) await _site.Ask<FileApplication.Request, FileApplication.Filed>(new(_awa.Person, "DUP"));
        await _site.Drain();
        Assert.That(await _statements.During(() => _awa.Read("/mon-espace")), Is.EqualTo(4));
        Assert.That(await _statements.During(() => _awa.Read($"/demandes/{_awa.Number}")), Is.EqualTo(5));
    }

    [TestCase("", 2)]
    [TestCase("?etat=toBeChecked", 2)]
    [TestCase("?etat=us", 4)]
    [TestCase("?proche=true", 2)]
    [TestCase("?q=diallo", 2)]
    [TestCase("?q={number}", 2)]
    public async Task The_officers_list_needs_one_for_the_files_of_each_state_and_one_for_the_names(string question, int needed) =>
        Assert.That(await ByOfficer("/agents/dossiers" + question.Replace("{number}", _awa.Number, StringComparison.Ordinal)), Is.EqualTo(needed));

    [Test]
    public async Task A_file_needs_three_and_one_that_writes_down_who_opened_it() =>
        Assert.That(await ByOfficer($"/agents/dossiers/{_awa.Number}"), Is.EqualTo(4));

    [TestCase("/quelle-demarche", 0)]
    [TestCase("/demarches", 0)]
    [TestCase("/demarches/CJF", 2)]
    [TestCase("/demarches/CJF/69", 4)]
    [TestCase("/verifier", 0)]
    [TestCase("/verifier/{attestation}", 0, Description = "its one statement goes past the mapper, and the checks of a while are written together")]
    public async Task The_public_pages_need_as_many_as_they_say(string path, int needed)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var attestation = await scope.ServiceProvider.GetRequiredService<AttestationsDb>().Attestations.Select(a => a.Number).FirstAsync();
        using var anybody = _site.Browser();
        Assert.That(await Counted(anybody, path.Replace("{attestation}", attestation, StringComparison.Ordinal)), Is.EqualTo(needed));
    }

    private async Task<int> ByOfficer(string path)
    {
        using var officer = _site.Browser().As(TestAccess.Agent(Role.CaseOfficer, "38"));
        return await Counted(officer, path);
    }

    /// <summary>The second time: what is read once in a process is known by then.</summary>
    private async Task<int> Counted(HttpClient browser, string path)
    {
        await browser.GetStringAsync(new Uri(path, UriKind.Relative));
        await _site.StandStill();
        return await _statements.During(() => browser.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    private IServiceCollection Watched<TDb>(IServiceCollection services) where TDb : DbContext => services.ConfigureDbContext<TDb>(options => options.AddInterceptors(_statements));
}
