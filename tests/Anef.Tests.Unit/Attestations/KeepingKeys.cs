using Anef.Attestations;
using Anef.Attestations.Keys;
using Anef.Attestations.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Anef.Tests.Unit.Attestations;

internal sealed class KeepingKeys
{
    [Test]
    public async Task None_is_made_before_it_is_wanted()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        await counter.Verify(attestation.Number);
        var before = Directory.Exists(counter.Keys);
        await counter.Pdf(attestation.Number);
        Assert.That((before, Directory.GetFiles(counter.Keys).Length), Is.EqualTo((false, 2)));
    }

    [Test, Platform(Exclude = "Win", Reason = "File modes are Unix's")]
    public async Task Nobody_but_their_owner_reads_them()
    {
        await using var counter = new Counter();
        _ = counter.Ring.Token;
        Assert.That(Directory.GetFiles(counter.Keys).Select(file => new FileInfo(file).UnixFileMode), Has.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Programs_that_start_together_sign_with_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("anef-keys-").FullName;
        try
        {
            var options = new DocumentOptions { KeysFolder = Path.Combine(folder, "keys") };
            var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                var ring = new KeyRing(options, new FakeTimeProvider());
                return (ring.Token.Kid, ring.Seal.Thumbprint);
            })));
            Assert.That(rings.Distinct().Count(), Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Another_program_s_rotation_is_seen()
    {
        await using var counter = new Counter();
        var first = counter.Ring.Token.Kid;
        var other = new KeyRing(counter.Services.GetRequiredService<DocumentOptions>(), counter.Clock);
        other.Rotate();
        Assert.That(counter.Ring.Token.Kid, Is.EqualTo(other.Token.Kid).And.Not.EqualTo(first));
    }
}
