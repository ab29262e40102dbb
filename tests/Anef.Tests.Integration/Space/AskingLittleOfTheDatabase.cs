using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Attestations.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

/// <summary>Statements a page needs, whatever it shows.</summary>
[NonParallelizable]
public sealed class AskingLittleOfTheDatabase
{
    [Test]
    public async Task The_space_needs_five_however_many_requests_there_are_and_a_request_five_with_its_usual_delay()
    {
        var statements = new Statements();
        await using var site = await AnefSite.Start(configure: builder =>
        {
            builder.Services.ConfigureDbContext<ApplicationsDb>(options => options.AddInterceptors(statements));
            builder.Services.ConfigureDbContext<AttestationsDb>(options => options.AddInterceptors(statements));
        });
        using var awa = await Resident.Settle(site);
        await awa.Read("/mon-espace");
        Assert.That(await statements.During(() => awa.Read("/mon-espace")), Is.EqualTo(5));
        for (var i = 0; i < 6; i++) await site.Ask<FileApplication.Request, FileApplication.Filed>(new(awa.Person, "DUP"));
        await site.Drain();
        Assert.That(await statements.During(() => awa.Read("/mon-espace")), Is.EqualTo(5));
        Assert.That(await statements.During(() => awa.Read($"/demandes/{awa.Number}")), Is.EqualTo(5));
    }
}
