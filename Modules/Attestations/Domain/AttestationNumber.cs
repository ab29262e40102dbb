using System.Security.Cryptography;

namespace Anef.Attestations.Domain;

/// <summary>Numbers of attestations: <c>7K2M-9QXV-4T8W-H3PC</c>. Whoever holds one may ask for its state, so none can be guessed.</summary>
/// <remarks>
/// Two symbols for the week of issue, so that what a night writes lies together in the index; thirteen of chance (65 bits); and a check symbol. The
/// alphabet is without I, L, O and U. The check is a sum over GF(32) in which each place has a weight of its own: it finds every single wrong symbol
/// and every exchange of two, neighbours or not.
/// </remarks>
internal static class AttestationNumber
{
    /// <summary>Characters of a number, with its hyphens.</summary>
    public const int Length = 19;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Symbols = 16;
    private const int Group = 4;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 6, 0, 0, 0, TimeSpan.Zero);

    /// <param name="now">When it is issued.</param>
    public static string New(DateTimeOffset now)
    {
        var one = new string[1];
        Fill(one, now);
        return one[0];
    }

    /// <summary>Numbers for work done set by set; chance is drawn for all of them at once.</summary>
    public static void Fill(Span<string> numbers, DateTimeOffset now)
    {
        const int Unchecked = Symbols - 1;
        var week = (int)((now - Epoch).TotalDays / 7);
        var symbols = RandomNumberGenerator.GetBytes(numbers.Length * Unchecked);
        for (var i = 0; i < numbers.Length; i++)
        {
            var own = symbols.AsSpan(i * Unchecked, Unchecked);
            (own[0], own[1]) = ((byte)((week >> 5) & 31), (byte)(week & 31));
            numbers[i] = Write(own);
        }
    }

    /// <summary>The number that a made-up history gives by its own chance.</summary>
    public static string Of(DateTimeOffset at, ulong chance, int more)
    {
        Span<byte> symbols = stackalloc byte[Symbols - 1];
        var week = (int)((at - Epoch).TotalDays / 7);
        (symbols[0], symbols[1], symbols[2]) = ((byte)((week >> 5) & 31), (byte)(week & 31), (byte)(more & 31));
        for (var i = 3; i < symbols.Length; i++, chance >>= 5) symbols[i] = (byte)(chance & 31);
        return Write(symbols);
    }

    /// <summary>Reads what a person typed or heard: lower case, spaces or none, O for 0, I or L for 1.</summary>
    /// <returns>False when it is no number of ours: too short, too long, or badly copied.</returns>
    public static bool TryParse(string? typed, out string number)
    {
        number = "";
        Span<byte> values = stackalloc byte[Symbols];
        var count = 0;
        foreach (var character in typed ?? "")
        {
            if (char.IsWhiteSpace(character) || char.IsPunctuation(character)) continue;
            var value = ValueOf(character);
            if (value < 0 || count == Symbols) return false;
            values[count++] = (byte)value;
        }
        if (count != Symbols || Check(values[..^1]) != values[^1]) return false;
        number = Write(values[..^1]);
        return true;
    }

    private static string Write(ReadOnlySpan<byte> symbols)
    {
        Span<char> text = stackalloc char[Length];
        var at = 0;
        for (var i = 0; i < Symbols; i++)
        {
            if (i > 0 && i % Group == 0) text[at++] = '-';
            text[at++] = Alphabet[i < symbols.Length ? symbols[i] & 31 : Check(symbols)];
        }
        return new string(text);
    }

    private static int Check(ReadOnlySpan<byte> values)
    {
        var sum = 0;
        foreach (var value in values) sum = Times2(sum ^ (value & 31));
        return sum;
    }

    /// <summary>Multiplication by the generator of GF(32), modulo x⁵ + x² + 1: its first 31 powers are all different.</summary>
    private static int Times2(int value) => ((value << 1) ^ (value >= 16 ? 0b100101 : 0)) & 31;

    private static int ValueOf(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var letter => Alphabet.IndexOf(letter, StringComparison.Ordinal),
    };
}
