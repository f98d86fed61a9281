using System.Collections.Frozen;

namespace OrderToCash.Primitives;

/// <summary>
/// How tax ids are built, by country. Sources: European Commission, VIES, "VAT identification number structure"; HMRC, VAT Notice
/// 725;
/// Swiss UID register (Art. 26 MWSTG); Brønnøysund register. Only the shape: whether an id is alive is for an official check to
/// say.
/// </summary>
internal static class TaxIdShapes
{
    // # digit, @ letter, * digit or letter (+ and * too, where a country has them); alternatives joined by |.
    private static readonly FrozenDictionary<string, string[]> ByCountry = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(row => row[..2], row => row[3..].Split('|'), StringComparer.Ordinal);

    /// <summary>The shapes of a country as text; null when it has no table.</summary>
    internal static string? Describe(CountryCode country) =>
        ByCountry.TryGetValue(country.Value, out var shapes) ? string.Join(" or ", shapes) : null;

    /// <summary>
    /// True when the id has a shape of the country, or the country has no table. Blanks, dots and hyphens do not matter.
    /// </summary>
    internal static bool Fits(CountryCode country, string id)
    {
        if (!ByCountry.TryGetValue(country.Value, out var shapes)) return true;
        var compact = string.Concat(id.Where(c => c is not (' ' or '.' or '-')));
        return shapes.Any(shape => Fits(shape, compact));
    }

    private static bool Fits(string shape, string id)
    {
        if (shape.Length != id.Length) return false;
        for (var i = 0; i < id.Length; i++)
        {
            var fits = shape[i] switch
            {
                '#' => char.IsAsciiDigit(id[i]),
                '@' => char.IsAsciiLetterUpper(id[i]),
                '*' => char.IsAsciiDigit(id[i]) || char.IsAsciiLetterUpper(id[i]) || id[i] is '+' or '*',
                var letter => id[i] == letter,
            };
            if (!fits) return false;
        }
        return true;
    }

    private const string Table = """
        AT ATU########
        BE BE0#########|BE1#########
        BG BG#########|BG##########
        CH CHE#########|CHE#########MWST|CHE#########TVA|CHE#########IVA|CHE#########VAT
        CY CY########@
        CZ CZ########|CZ#########|CZ##########
        DE DE#########
        DK DK########
        EE EE#########
        ES ES@########|ES########@|ES@#######@
        FI FI########
        FR FR**#########
        GB GB#########|GB############|GBGD###|GBHA###|XI#########|XI############|XIGD###|XIHA###
        GR EL#########
        HR HR###########
        HU HU########
        IE IE#*#####@|IE#######@@
        IT IT###########
        LI CHE#########|CHE#########MWST|LI#####
        LT LT#########|LT############
        LU LU########
        LV LV###########
        MT MT########
        NL NL*********B**
        NO #########MVA|NO#########MVA|NO#########|#########
        PL PL##########
        PT PT#########
        RO RO##|RO###|RO####|RO#####|RO######|RO#######|RO########|RO#########|RO##########
        SE SE############
        SI SI########
        SK SK##########
        """;
}
