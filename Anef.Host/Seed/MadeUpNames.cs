using Anef.SharedKernel.Seeding;

namespace Anef.Host.Seed;

/// <summary>Names as a register has them: a few that many bear, many that few bear, accents, hyphens and apostrophes.</summary>
internal static class MadeUpNames
{
    private static readonly string[] Common = ["Diallo", "Traoré", "Nguyễn", "Ben Salah", "Da Silva", "Özdemir", "Kovačević", "N'Diaye", "Müller-Lévy", "Fernández"];
    private static readonly string[] Heads = ["Bar", "Cham", "Dra", "El", "Fof", "Gue", "Haï", "Iba", "Jou", "Kei", "Lou", "Maï", "Nko", "Oua", "Pé", "Rah", "Sou", "Tch", "Val", "Yaz", "Zer"];
    private static readonly string[] Hearts = ["a", "bé", "da", "ga", "ji", "ko", "lé", "mi", "na", "ou", "pi", "ra", "so", "té", "va", "xi", "ze"];
    private static readonly string[] Tails = ["di", "fri", "gne", "hou", "kim", "lli", "man", "nov", "ra", "son", "té", "vic", "wa", "yan", "zou"];
    private static readonly string[] Women = ["Awa", "Éloïse", "Linh", "Fatoumata", "Zeynep", "Marie-Noëlle", "Aïcha", "Chloé", "Olena", "Ana"];
    private static readonly string[] Men = ["Mohamed", "João", "Ibrahim", "Yassine", "Camille", "Sékou", "Wei", "Carlos", "Idris", "Luka"];

    public static (string Surname, string FirstNames) Draw(Lot lot, bool woman)
    {
        var surname = lot.Happens(200) ? Common[lot.Below(lot.Happens(500) ? 5 : Common.Length)] : lot.Of(Heads) + lot.Of(Hearts) + lot.Of(Hearts) + lot.Of(Tails);
        return (surname, lot.Of(woman ? Women : Men));
    }
}
