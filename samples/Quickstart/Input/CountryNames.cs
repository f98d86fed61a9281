namespace OrderToCash.Quickstart;

/// <summary>Finds a country by its code, its English name, or one of the names that order files use instead.</summary>
public static class CountryNames
{
    // "European Community" and "Unspecified" name no country: without proof of where goods went, the sale is taxed where the seller is.
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EIRE"] = "IE", ["RSA"] = "ZA", ["USA"] = "US", ["UK"] = "GB", ["United Kingdom"] = "GB", ["United States"] = "US", ["UAE"] = "AE",
        ["Channel Islands"] = "JE", ["Hong Kong"] = "HK", ["Czech Republic"] = "CZ", ["Korea"] = "KR", ["Russia"] = "RU", ["Turkey"] = "TR",
        ["European Community"] = "GB", ["Unspecified"] = "GB",
    };

    /// <summary>The country; false when nobody knows the name.</summary>
    public static bool TryFind(string name, out CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(name);
        country = default;
        if (Others.TryGetValue(name, out var code))
        {
            country = new(code);
            return true;
        }
        if (name.Length != 2 || !name.All(char.IsAsciiLetter)) return Countries.TryFind(name, out country);
        country = new(name.ToUpperInvariant());
        return Countries.IsKnown(country);
    }
}
