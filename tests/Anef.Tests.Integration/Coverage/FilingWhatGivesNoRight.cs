using Anef.Applications.FileApplication;
using Anef.Applications.RegisterPerson;
using Anef.Attestations.Contracts;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Coverage;

public sealed class FilingWhatGivesNoRight
{
    [Test]
    public async Task Is_confirmed_like_any_other_filing()
    {
        await using var site = await AnefSite.Start();
        var person = await site.Ask<RegisterPerson.Request, Guid>(new() { Surname = "Diallo", FirstNames = "Awa", Born = new(1990, 1, 1), Prefecture = "38" });
        var filed = await site.Ask<FileApplication.Request, FileApplication.Filed>(new(person, "ADR"));
        await site.Drain();
        await using var scope = site.Services.CreateAsyncScope();
        var issued = await scope.ServiceProvider.GetRequiredService<IAttestations>().OfApplication(person, filed.ApplicationId, default);
        Assert.That(issued.Select(a => a.Kind), Is.EqualTo(new[] { AttestationKind.FilingConfirmation }));
        Assert.That(site.Faults, Is.Empty);
    }
}
