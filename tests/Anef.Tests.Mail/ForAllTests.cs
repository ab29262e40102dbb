using Anef.Tests.Mail.Server;

namespace Anef.Tests.Mail;

[SetUpFixture]
internal sealed class ForAllTests
{
    public static MailServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (MailServer.Missing() is { } program) Assert.Ignore($"{program} is not installed: no mail server to test with");
        Server = await MailServer.Start();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Server is not null) await Server.DisposeAsync();
    }
}
