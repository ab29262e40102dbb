using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Keys;
using Anef.Attestations.Persistence;
using Anef.Attestations.StatusList;
using Anef.Attestations.Token;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Attestations;

/// <summary>What somebody without our program, and without a network, can read from a document: done here with the bare means of the platform.</summary>
internal sealed class CheckingOffline
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    [Test]
    public async Task The_token_is_signed_and_says_what_the_document_says()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        var token = await TokenOf(counter, attestation);
        var (header, claims) = Open(token, counter.Ring.Token);
        var place = await counter.With(db => db.Set<StatusEntry>().SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(header.GetProperty("alg").GetString(), Is.EqualTo("ES256"));
            Assert.That(header.GetProperty("kid").GetString(), Is.EqualTo(counter.Ring.Token.Kid));
            Assert.That(claims.GetProperty("iss").GetString(), Is.EqualTo("https://anef.example"));
            Assert.That(claims.GetProperty("jti").GetString(), Is.EqualTo(attestation.Number));
            Assert.That(claims.GetProperty("iat").GetInt64(), Is.EqualTo(attestation.IssuedAt.ToUnixTimeSeconds()));
            Assert.That(claims.GetProperty("nbf").GetInt64(), Is.EqualTo(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(2)).ToUnixTimeSeconds()));
            Assert.That(claims.GetProperty("exp").GetInt64(), Is.EqualTo(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).ToUnixTimeSeconds()));
            Assert.That(claims.GetProperty("kind").GetString(), Is.EqualTo("extension"));
            Assert.That(claims.GetProperty("validFrom").GetString(), Is.EqualTo("2026-10-01"));
            Assert.That(claims.GetProperty("validUntil").GetString(), Is.EqualTo("2026-12-31"));
            Assert.That(claims.GetProperty("work").GetString(), Is.EqualTo("yes"));
            Assert.That(claims.GetProperty("initials").GetString(), Is.EqualTo("H.N."));
            Assert.That(claims.GetProperty("birthYear").GetInt32(), Is.EqualTo(1991));
            var list = claims.GetProperty("status").GetProperty("status_list");
            Assert.That(list.GetProperty("idx").GetInt32(), Is.EqualTo(place.Place));
            Assert.That(list.GetProperty("uri").GetString(), Is.EqualTo("https://anef.example/status/1"));
        });
    }

    [Test]
    public async Task The_token_holds_these_claims_and_no_other()
    {
        await using var counter = new Counter();
        var (_, claims) = Open(await TokenOf(counter, await counter.Keep(Counter.Of(AttestationKind.FavourableDecision, From, null))), counter.Ring.Token);
        Assert.That(claims.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "iss", "iat", "nbf", "jti", "kind", "validFrom", "work", "initials", "birthYear", "status" }));
    }

    [Test]
    public async Task A_token_of_before_a_rotation_stays_verifiable()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        var token = await TokenOf(counter, attestation);
        var old = counter.Ring.Token.Kid;
        counter.Ring.Rotate();
        var next = await TokenOf(counter, await counter.Keep(Counter.Extension(new(2027, 1, 1), new(2027, 3, 31))));
        Assert.Multiple(async () =>
        {
            Assert.That(counter.Ring.Keys.Select(k => k.Kid), Is.EqualTo(new[] { old, counter.Ring.Token.Kid }).And.Unique);
            Assert.That(await TokenOf(counter, attestation), Is.EqualTo(token));
            Assert.That(Open(token, counter.Ring.Keys[0]).Header.GetProperty("kid").GetString(), Is.EqualTo(old));
            Assert.That(Open(next, counter.Ring.Keys[1]).Header.GetProperty("kid").GetString(), Is.EqualTo(counter.Ring.Token.Kid));
        });
    }

    [Test]
    public async Task The_list_shows_what_ended_at_its_place_and_nothing_else()
    {
        await using var counter = new Counter();
        var revoked = await Ended(counter, AttestationEnd.Revoked, new(2026, 9, 20));
        var superseded = await Ended(counter, AttestationEnd.Superseded, new(2026, 10, 1));
        var later = await Ended(counter, AttestationEnd.Revoked, new(2026, 10, 2));
        var valid = await counter.Keep(Counter.Extension(From, Until));
        await TokenOf(counter, valid);
        var (header, claims) = Open((await List(counter, 1))!, counter.Ring.Token);
        var bits = Bits(claims.GetProperty("status_list"));
        var places = await counter.With(db => db.Set<StatusEntry>().ToDictionaryAsync(e => e.AttestationId, e => e.Place));
        Assert.Multiple(() =>
        {
            Assert.That(header.GetProperty("typ").GetString(), Is.EqualTo("statuslist+jwt"));
            Assert.That(claims.GetProperty("sub").GetString(), Is.EqualTo("https://anef.example/status/1"));
            Assert.That(claims.GetProperty("ttl").GetInt64(), Is.EqualTo(900));
            Assert.That(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64(), Is.EqualTo(900));
            Assert.That(claims.GetProperty("status_list").GetProperty("bits").GetInt32(), Is.EqualTo(2));
            Assert.That(new[] { revoked, superseded, later, valid }.Select(a => At(bits, places[a.Id])), Is.EqualTo(new[] { 1, 3, 0, 0 }));
            Assert.That(Enumerable.Range(0, bits.Length * 4).Count(place => At(bits, place) != 0), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_list_holds_until_its_time_and_is_then_made_anew()
    {
        await using var counter = new Counter();
        await Ended(counter, AttestationEnd.Revoked, new(2026, 10, 2));
        var first = await List(counter, 1);
        counter.Clock.Advance(TimeSpan.FromMinutes(14));
        var kept = await List(counter, 1);
        counter.Clock.Advance(TimeSpan.FromDays(1));
        var (_, claims) = Open((await List(counter, 1))!, counter.Ring.Token);
        Assert.Multiple(() =>
        {
            Assert.That(kept, Is.EqualTo(first));
            Assert.That(Bits(claims.GetProperty("status_list")), Has.Some.Not.Zero);
        });
    }

    [Test]
    public async Task There_is_no_list_that_no_document_names()
    {
        await using var counter = new Counter();
        Assert.That(await List(counter, 2), Is.Null);
    }

    [Test]
    public async Task Two_that_want_the_same_document_at_once_get_the_same_token()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TokenOf(counter, attestation))));
        Assert.That(tokens.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await counter.With(db => db.Set<StatusEntry>().CountAsync()), Is.EqualTo(1));
    }

    private static async Task<Attestation> Ended(Counter counter, AttestationEnd end, DateOnly on)
    {
        var attestation = Counter.Extension(on.AddDays(-40), Until);
        attestation.EndBy(end, on, "refused");
        var kept = await counter.Keep(attestation);
        await TokenOf(counter, kept);
        return kept;
    }

    private static Task<string> TokenOf(Counter counter, Attestation attestation) => counter.Ask<string, IServiceProvider>(async services =>
    {
        var db = services.GetRequiredService<AttestationsDb>();
        var kept = await db.Attestations.SingleAsync(a => a.Id == attestation.Id);
        return await services.GetRequiredService<TokenDesk>().TokenOf(kept, await db.Bases.SingleAsync(b => b.Id == kept.BasisId), default);
    });

    private static Task<string?> List(Counter counter, int list) => counter.Ask<string?, PublishStatusList>(p => p.Handle(new(list), default));

    private static int At(byte[] bits, int place) => (bits[place / 4] >> (place % 4 * 2)) & 3;

    private static byte[] Bits(JsonElement list)
    {
        using var packed = new ZLibStream(new MemoryStream(Base64Url.DecodeFromChars(list.GetProperty("lst").GetString())), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        packed.CopyTo(bits);
        return bits.ToArray();
    }

    /// <summary>Verifies with the published coordinates alone.</summary>
    private static (JsonElement Header, JsonElement Claims) Open(string token, TokenKey key)
    {
        var parts = token.Split('.');
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) } });
        Assert.That(parts, Has.Length.EqualTo(3));
        Assert.That(ecdsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256), Is.True, "signature");
        return (Json(parts[0]), Json(parts[1]));

        static JsonElement Json(string part) => JsonDocument.Parse(Base64Url.DecodeFromChars(part)).RootElement;
    }
}
