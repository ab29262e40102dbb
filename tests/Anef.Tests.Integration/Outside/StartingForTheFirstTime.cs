using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Outside;

[CancelAfter(60_000)]
public sealed class StartingForTheFirstTime(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task Says_where_it_answers_and_has_nothing_to_complain_of(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("anef-first-").FullName;
        await using (var database = TestDatabase.Reserve(Provider, folder))
        {
            var (host, url) = await HostProcess.Serve(folder, new Dictionary<string, string?>
            {
                ["Database:Provider"] = $"{Provider}", ["Database:ConnectionString"] = database.ConnectionString,
            }, ct);
            await using (host)
            {
                using var browser = AnsweringRequests.Browser(url);
                // The last thing that a start does. To ask /health/startup before it is done is itself noted.
                while (!(await browser.GetStringAsync("/metrics", ct)).Contains("anef_uncovered_people{", StringComparison.Ordinal)) await Task.Delay(50, ct);
                // No certificate was given to keep the keys of sessions under, and the first night's work is told of.
                string[] foreseen = ["No XML encryptor configured", "\"UseCase\":\"WrapKeysAgain\""];
                var rest = host.Output.TrimEnd().Split('\n').Where(line => !foreseen.Any(words => line.Contains(words, StringComparison.Ordinal))).ToList();
                Assert.That(rest, Has.Count.EqualTo(1), string.Join('\n', rest));
                Assert.That(rest[0], Does.Contain($"Anef répond sur {url.GetLeftPart(UriPartial.Authority)}"));
                Assert.That(host.Errors, Is.Empty);
            }
        }
        Directory.Delete(folder, recursive: true);
    }
}
