namespace OrderToCash.Tax;

/// <summary>
/// The territories whose VAT differs from that of the country in their addresses. Sources: European Commission, "Territorial
/// Scope"; Directive 2006/112/EC art. 5 to 7; skat.dk, countries outside the EU for VAT; post codes from github.com/ibericode,
/// github.com/kdeldycke and github.com/commerceguys (vat-rates, tax). An address without post code or region is the mainland.
/// </summary>
public static class TaxTerritories
{
    private const string Scope = "European Commission, Territorial Scope";

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["C"] = "github.com/commerceguys/tax", ["I"] = "github.com/ibericode/vat-rates", ["K"] = "github.com/kdeldycke/vat-rates",
    };

    /// <summary>What is known, in the order in which it is asked.</summary>
    public static EquatableArray<TaxTerritory> All { get; } = Rows
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToEquatableArray();

    private static readonly ILookup<CountryCode, TaxTerritory> ByCountry = All.ToLookup(t => t.Country);

    /// <summary>The territory an address lies in, or null for the mainland of its country.</summary>
    /// <param name="country">The country in the address.</param>
    /// <param name="region">The region in the address; ISO 3166-2 with or without the country; may be empty.</param>
    /// <param name="postCode">The post code, as written; may be empty.</param>
    /// <param name="on">The day; territories come and go.</param>
    public static TaxTerritory? Find(CountryCode country, string? region, string? postCode, LocalDate on)
    {
        foreach (var territory in ByCountry[country])
            if (!(on < territory.From) && !(on > territory.Until) && Includes(territory, region ?? "", postCode ?? ""))
                return territory;
        return null;
    }

    private static bool Includes(TaxTerritory territory, string region, string postCode)
    {
        if (territory.PostCodes.IsEmpty && territory.Regions.IsEmpty) return true;
        foreach (var known in territory.Regions)
            if (region.Length > 0 && (region == known || region.Length < known.Length
                && known.Length == region.Length + 3 && known.EndsWith(region, StringComparison.Ordinal)))
                return true;
        foreach (var known in territory.PostCodes)
            if (BeginsWith(postCode, known)) return true;
        return false;
    }

    // Blanks and hyphens do not matter, nor does the case of letters.
    private static bool BeginsWith(string postCode, string prefix)
    {
        var matched = 0;
        foreach (var c in postCode)
        {
            if (matched == prefix.Length) return true;
            if (c is ' ' or '-') continue;
            if (char.ToUpperInvariant(c) != prefix[matched++]) return false;
        }
        return matched == prefix.Length;
    }

    private static TaxTerritory Read(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var days = cells[6].Split("..");
        return new()
        {
            Code = cells[0],
            Country = new(cells[1]),
            PostCodes = Words(cells[2]),
            Regions = Words(cells[3]),
            Regime = cells[4] switch
            {
                "own" or "own+" => TerritoryRegime.OwnRates,
                "out" => TerritoryRegime.OutsideVatArea,
                "goods" => TerritoryRegime.InUnionForGoods,
                _ => TerritoryRegime.PartOfAnotherCountry,
            },
            FallsBackToMainland = cells[4] == "own+",
            LawOf = new(cells[5]),
            From = Day(days[0]),
            Until = Day(days[^1]),
            Name = cells[7],
            Source = cells.Length == 9 ? Sources.GetValueOrDefault(cells[8], cells[8]) : Scope,
        };
    }

    private static EquatableArray<string> Words(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToEquatableArray();

    private static LocalDate? Day(string text) =>
        text.Length == 0 ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    // code | country | post codes | regions | regime (own+: falls back to the mainland) | law of | from..until | name | source
    private const string Rows = """
        AT-6691 | AT | 6691 | | own+ | AT | .. | Jungholz | K
        AT-6991 | AT | 6991 6992 6993 | | own+ | AT | .. | Mittelberg (Kleinwalsertal) | K
        CH-LI | LI | | | part | CH | .. | Liechtenstein | Swiss VAT Act art. 3 (a); github.com/commerceguys/tax
        CH-8238 | DE | 78266 | | part | CH | .. | Büsingen am Hochrhein | Commission; Swiss VAT Act art. 3 (a)
        CY-GB | GB | BFPO57 BFPO58 BFPO59 | | part | CY | .. | Akrotiri and Dhekelia | Directive art. 7; K
        DE-27498 | DE | 27498 | | out | DE | .. | Heligoland
        ES-CN | ES | 35 38 | ES-CN ES-GC ES-TF | out | ES | .. | Canary Islands
        ES-CN | IC | | | out | ES | .. | Canary Islands
        ES-CE | ES | 51 | ES-CE | out | ES | .. | Ceuta
        ES-ML | ES | 52 | ES-ML | out | ES | .. | Melilla
        FI-01 | FI | 22 | FI-01 | out | FI | .. | Åland
        FI-01 | AX | | | out | FI | .. | Åland
        FR-GP | FR | 971 | FR-GP FR-971 | out | FR | .. | Guadeloupe
        FR-GP | GP | | | out | FR | .. | Guadeloupe
        FR-MQ | FR | 972 | FR-MQ FR-972 | out | FR | .. | Martinique
        FR-MQ | MQ | | | out | FR | .. | Martinique
        FR-GF | FR | 973 | FR-GF FR-973 | out | FR | .. | French Guiana
        FR-GF | GF | | | out | FR | .. | French Guiana
        FR-RE | FR | 974 | FR-RE FR-974 | out | FR | .. | Réunion
        FR-RE | RE | | | out | FR | .. | Réunion
        FR-YT | FR | 976 | FR-YT FR-976 | out | FR | .. | Mayotte
        FR-YT | YT | | | out | FR | .. | Mayotte
        FR-MC | MC | | | part | FR | .. | Monaco | Directive art. 7
        GB-IM | IM | | | part | GB | .. | Isle of Man | Directive art. 7; github.com/commerceguys/tax
        GB-NIR | GB | BT | GB-NIR | goods | GB | 2021-01-01.. | Northern Ireland | Protocol on Ireland/Northern Ireland art. 8
        GR-69 | GR | 63086 | GR-69 | out | GR | .. | Mount Athos | Directive art. 6; I
        GR-X | GR | 811 821 831 853 854 | | own | GR | 2016-06-01.. | Lesbos, Chios, Samos, Kos, Leros | C
        GR-I | GR | 81 82 83 84 85 | GR-81 GR-82 GR-83 GR-84 GR-85 | own | GR | 2010-07-01..2016-05-31 | Aegean | K
        GR-I | GR | 34007 37002 37003 37005 64004 68002 | | own | GR | 2010-07-01..2016-05-31 | Sporades and others | K
        IT-22061 | IT | 22061 | | out | IT | .. | Campione d'Italia
        IT-23041 | IT | 23041 | | out | IT | .. | Livigno
        PT-20 | PT | 95 96 97 98 99 | PT-20 | own | PT | .. | Azores | I
        PT-30 | PT | 90 91 92 93 94 | PT-30 | own | PT | .. | Madeira | I
        """;
}
