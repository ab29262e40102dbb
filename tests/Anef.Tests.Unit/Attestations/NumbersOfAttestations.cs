using Anef.Attestations.Domain;
using CsCheck;

namespace Anef.Tests.Unit.Attestations;

internal sealed class NumbersOfAttestations
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public void Are_read_back_however_they_were_typed() => Gen.Int.Sample(_ =>
    {
        var number = AttestationNumber.New(Now);
        var typed = number.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');
        return AttestationNumber.TryParse(typed, out var read) && read == number
            && AttestationNumber.TryParse(number.Replace("-", "", StringComparison.Ordinal), out read) && read == number;
    });

    [Test]
    public void One_wrong_character_never_makes_another_number() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[1, 31]).Sample((place, shift) =>
        {
            var symbols = Bare(AttestationNumber.New(Now));
            symbols[place] = Alphabet[(Alphabet.IndexOf(symbols[place], StringComparison.Ordinal) + shift) % 32];
            return !AttestationNumber.TryParse(new string(symbols), out _);
        }, iter: 20_000);

    [Test]
    public void Two_exchanged_characters_never_make_another_number() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 15]).Sample((one, other) =>
        {
            var symbols = Bare(AttestationNumber.New(Now));
            if (symbols[one] == symbols[other]) return true;
            (symbols[one], symbols[other]) = (symbols[other], symbols[one]);
            return !AttestationNumber.TryParse(new string(symbols), out _);
        }, iter: 20_000);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("7K2M-9QXV")]
    [TestCase("UUUU-UUUU-UUUU-UUUU")]
    [TestCase("0000-0000-0000-0000-0")]
    public void What_is_no_number_is_not_read(string? typed) => Assert.That(AttestationNumber.TryParse(typed, out _), Is.False);

    [Test]
    public void Two_hundred_thousand_made_at_once_all_differ()
    {
        var numbers = new string[200_000];
        AttestationNumber.Fill(numbers, Now);
        Assert.Multiple(() =>
        {
            Assert.That(numbers.ToHashSet(), Has.Count.EqualTo(numbers.Length));
            Assert.That(numbers[0], Has.Length.EqualTo(AttestationNumber.Length).And.Match("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"));
        });
    }

    [Test]
    public void What_is_issued_later_lies_later_in_the_index()
    {
        var ordered = Enumerable.Range(0, 100).Select(week => AttestationNumber.New(Now.AddDays(7 * week))).ToList();

        Assert.That(ordered, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    private static char[] Bare(string number) => number.Replace("-", "", StringComparison.Ordinal).ToCharArray();
}
