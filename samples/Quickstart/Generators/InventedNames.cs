namespace OrderToCash.Quickstart;

/// <summary>Names of companies and people that do not exist, put together from syllables.</summary>
internal static class InventedNames
{
    private static readonly string[] First = ["Vel", "Tan", "Or", "Quil", "Bram", "Sel", "Dor", "Mir", "Hal", "Cas", "Fen", "Lor", "Nim", "Per", "Rav", "Tor", "Ul", "Wes", "Yar", "Zel"];
    private static readonly string[] Middle = ["mo", "dri", "la", "ve", "ni", "bo", "ta", "ri", "su", "ko", "den", "har"];
    private static readonly string[] Last = ["ra", "del", "wick", "thorne", "via", "nox", "mere", "lund", "tis", "quay", "dale", "vane", "rik", "soll"];
    private static readonly string[] Given = ["Ada", "Bela", "Cora", "Dario", "Elin", "Fabio", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Lena", "Mats", "Nora", "Oskar", "Paula"];

    private static readonly Dictionary<string, string[]> Trades = new(StringComparer.Ordinal)
    {
        ["en"] = ["Gifts", "Home & Garden", "Trading", "Interiors", "Paper Goods", "Stores", "Lighting"],
        ["de"] = ["Geschenke", "Wohnwelt", "Handel", "Papeterie", "Leuchten"],
        ["fr"] = ["Cadeaux", "Maison", "Papeterie", "Décoration"],
        ["nl"] = ["Cadeaus", "Wonen", "Handel", "Interieur"],
        ["es"] = ["Regalos", "Hogar", "Papelería"],
        ["pt"] = ["Presentes", "Casa", "Papelaria"],
        ["it"] = ["Regali", "Casa", "Cartoleria"],
        ["sv"] = ["Present", "Hem", "Handel"],
        ["da"] = ["Gaver", "Bolig", "Handel"],
        ["nb"] = ["Gaver", "Hjem", "Handel"],
        ["fi"] = ["Lahjat", "Koti", "Kauppa"],
        ["pl"] = ["Upominki", "Dom", "Handel"],
    };

    /// <summary><c>Velmora Gifts Ltd</c>.</summary>
    public static string Company(SplitMix64 chance, CountryProfile profile) =>
        $"{Stem(chance)} {chance.Pick(Trades.GetValueOrDefault(profile.Language, Trades["en"]))} {profile.LegalForm}";

    /// <summary><c>Ines Tandrivane</c>.</summary>
    public static string Person(SplitMix64 chance) => $"{chance.Pick(Given)} {Stem(chance)}";

    /// <summary>The letters and digits of a name, as mail addresses have them.</summary>
    public static string Plain(string name) => string.Concat(name.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')).Trim().Replace(' ', '-');

    private static string Stem(SplitMix64 chance) =>
        chance.Pick(First) + chance.Pick(Middle) + (chance.Happens(300) ? chance.Pick(Middle) : "") + chance.Pick(Last);
}
