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
        var draw = (int)((uint)i * 2654435761u >> 8);
        var surname = draw % 5 == 0 ? Common[draw / 5 % (draw % 2 == 0 ? 5 : Common.Length)] : Heads[draw / 7 % Heads.Length] + Hearts[draw / 151 % Hearts.Length] + Hearts[draw / 2591 % Hearts.Length] + Tails[draw / 44053 % Tails.Length];
        return (surname, First[draw / 31 % First.Length]);
    }
}
