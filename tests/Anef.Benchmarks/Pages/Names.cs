namespace Anef.Benchmarks.Pages;

/// <summary>Names as a register has them: a few that many bear, many that few bear, accents, hyphens and apostrophes.</summary>
internal static class Names
{
    private static readonly string[] Common = ["Diallo", "Traoré", "Nguyễn", "Ben Salah", "Da Silva", "Özdemir", "Kovačević", "N'Diaye", "Müller-Lévy", "Fernández"];
    private static readonly string[] Heads = ["Bar", "Cham", "Dra", "El", "Fof", "Gue", "Haï", "Iba", "Jou", "Kei", "Lou", "Maï", "Nko", "Oua", "Pé", "Rah", "Sou", "Tch", "Val", "Yaz", "Zer"];
    private static readonly string[] Hearts = ["a", "bé", "da", "ga", "ji", "ko", "lé", "mi", "na", "ou", "pi", "ra", "so", "té", "va", "xi", "ze"];
    private static readonly string[] Tails = ["di", "fri", "gne", "hou", "kim", "lli", "man", "nov", "ra", "son", "té", "vic", "wa", "yan", "zou"];
    private static readonly string[] First = ["Awa", "Éloïse", "Mohamed", "Linh", "Fatoumata", "João", "Zeynep", "Marie-Noëlle", "Ibrahim", "Aïcha", "Chloé", "Olena", "Yassine", "Camille", "Sékou", "Ana"];

    /// <summary>Borne by one person in twenty-five.</summary>
    public static string VeryCommon => Common[0];

    public static (string Surname, string FirstNames) Of(int i)
    {
        var draw = Lot.Draw(i, 1, 1 << 24);
        var surname = draw % 5 == 0 ? Common[draw / 5 % (draw % 2 == 0 ? 5 : Common.Length)] : Heads[draw / 7 % Heads.Length] + Hearts[draw / 151 % Hearts.Length] + Hearts[draw / 2591 % Hearts.Length] + Tails[draw / 44053 % Tails.Length];
        return (surname, First[draw / 31 % First.Length]);
    }
}

/// <summary>Chance that falls the same way at every run.</summary>
internal static class Lot
{
    /// <param name="question">What is drawn for: two questions about one person have nothing to do with one another.</param>
    public static int Draw(int i, int question, int of)
    {
        var mixed = ((ulong)i * 0x9E3779B97F4A7C15UL) + ((ulong)question * 0xD1B54A32D192ED03UL);
        mixed = (mixed ^ (mixed >> 31)) * 0xBF58476D1CE4E5B9UL;
        return (int)((mixed ^ (mixed >> 29)) % (ulong)of);
    }
}
