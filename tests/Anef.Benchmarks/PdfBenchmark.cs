using System.Diagnostics;
using Anef.Attestations.Contracts;
using Anef.Attestations.Keys;
using Anef.Attestations.Pdf;
using Anef.Attestations.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Anef.Benchmarks;

/// <summary>A whole document from its number (two queries, token, structure, signature), against the same page drawn by PdfPig, plus one signature.</summary>
internal static class PdfBenchmark
{
    public static async Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        await using var house = await AnefHouse.Build();
        await Population.Settle(house, Night.Today, 1_000, 100);
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
        var attestation = await db.Attestations.FirstAsync();
        var basis = await db.Bases.SingleAsync(b => b.Id == attestation.BasisId);
        var desk = scope.ServiceProvider.GetRequiredService<IAttestations>();
        var text = scope.ServiceProvider.GetRequiredService<DocumentWords>().Of(attestation, basis, null);
        var seal = scope.ServiceProvider.GetRequiredService<KeyRing>().Seal;
        await desk.Pdf(attestation.Number, default);
        var link = $"http://localhost:5080/verifier/{attestation.Number}#{attestation.Token}";
        var rounds = quick ? 40 : 200;
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await desk.Pdf(attestation.Number, default);
            ours.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            using (var sheet = new Sheet(text.Heading, attestation.IssuedAt))
            {
                new DocumentLayout(sheet, text, new QrCode(link)).Draw();
                SignatureFloor.Sign(sheet.Build(), seal);
            }
            floor.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        var (program, least) = (Median.Of(ours.Skip(rounds / 4)), Median.Of(floor.Skip(rounds / 4)));
        Console.WriteLine($"pdf: {program:0.0} ms, unsigned page and one signature {least:0.0} ms");
        return [new Figure("pdf", program / least, 1.3)];
    }
}
