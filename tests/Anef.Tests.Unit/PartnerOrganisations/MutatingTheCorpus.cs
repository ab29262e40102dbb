using System.Diagnostics;
using System.Text;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.Tests.Unit.PartnerOrganisations;

/// <summary>Damaged mails: whatever comes, it is read or refused, soon, and nothing is thrown.</summary>
[Category("Fuzz")]
internal sealed class MutatingTheCorpus
{
    /// <summary>Of the ordinary run; <c>ANEF_FUZZ_SECONDS</c> gives longer ones.</summary>
    private const int Seconds = 10;

    private const long MostBytes = 500_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly string[] Charsets = ["utf-8", "utf-16", "utf-16be", "utf-7", "iso-8859-1", "windows-1252", "us-ascii", "gb18030", "x-none", "\"", "utf-32", "iso-2022-jp"];

    [Test]
    public async Task Throws_nothing_and_takes_neither_long_nor_much()
    {
        var seed = Setting("ANEF_FUZZ_SEED") ?? Environment.TickCount;
        TestContext.Out.WriteLine($"ANEF_FUZZ_SEED={seed}");
        var chance = new Random(seed);
        var corpus = MailCorpus.Names.Select(MailCorpus.Content).ToList();
        var judge = MailCorpus.Judge();
        var (until, tried) = (Stopwatch.StartNew(), 0);
        for (; until.Elapsed < TimeSpan.FromSeconds(Setting("ANEF_FUZZ_SECONDS") ?? Seconds); tried++)
        {
            var content = Mutated(corpus, chance);
            var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                var mail = RawMail.Open(content);
                MailReader.Read(mail);
                var took = GC.GetAllocatedBytesForCurrentThread() - before;
                await judge.Judge(mail, MailCorpus.Known("asso-exemple"), signed: true, CancellationToken.None);
                if (watch.Elapsed > Longest || took > MostBytes) throw new InvalidOperationException($"It took {watch.Elapsed} and {took} bytes.");
            }
            catch (Exception e)
            {
                var kept = Path.Combine(Path.GetTempPath(), $"anef-fuzz-{seed}-{tried}.eml");
                await File.WriteAllBytesAsync(kept, content);
                Assert.Fail($"Seed {seed}, mail {tried}, kept as {kept}: {e}");
            }
        }
        TestContext.Out.WriteLine($"{tried} mails");
        Assert.That(tried, Is.GreaterThan(50));
    }

    private static byte[] Mutated(List<byte[]> corpus, Random chance)
    {
        var content = One(corpus, chance).ToArray();
        for (var times = chance.Next(1, 6); times > 0; times--) content = Mutated(content, One(corpus, chance), chance);
        return content;
    }

    private static byte[] Mutated(byte[] content, byte[] other, Random chance)
    {
        if (content.Length < 4) return other;
        var (from, to) = (chance.Next(content.Length), chance.Next(other.Length));
        var length = Math.Min(chance.Next(1, 400), content.Length - from);
        switch (chance.Next(8))
        {
            case 0:
                for (var flips = chance.Next(1, 20); flips > 0; flips--) content[chance.Next(content.Length)] ^= (byte)(1 << chance.Next(8));
                return content;
            case 1:
                return content[..from];
            case 2:
                return [.. content[..from], .. other[to..]];
            case 3:
                return [.. content[..from], .. content[from..(from + length)], .. content[from..]];
            case 4:
                return [.. content[..from], .. content[(from + length)..]];
            case 5:
                var lines = Encoding.Latin1.GetString(content).Split("\r\n");
                var line = chance.Next(lines.Length);
                return Encoding.Latin1.GetBytes(string.Join("\r\n", [.. lines[..line], .. Enumerable.Repeat(lines[line], chance.Next(2, 60)), .. lines[(line + 1)..]]));
            case 6:
                return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("utf-8", One(Charsets, chance), StringComparison.Ordinal));
            default:
                return [.. content[..from], .. Enumerable.Repeat((byte)chance.Next(256), chance.Next(1, 3000)), .. content[from..]];
        }
    }

    private static T One<T>(IReadOnlyList<T> list, Random chance) => list[chance.Next(list.Count)];

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : null;
}
