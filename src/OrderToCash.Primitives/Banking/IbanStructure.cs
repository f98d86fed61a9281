using System.Collections.Frozen;
using System.Globalization;

namespace OrderToCash.Primitives;

/// <summary>
/// How the IBANs of a country are built: the SWIFT IBAN registry, release 99. Territories use the structure of the country they
/// belong to,
/// under their own code.
/// </summary>
internal sealed class IbanStructure
{
    private static readonly FrozenDictionary<string, IbanStructure> ByCountry = Read();

    // What each position of the BBAN may hold: n digit, a upper-case letter, c either.
    private readonly string positions;

    private IbanStructure(string positions, int bankStart, int bankEnd) =>
        (this.positions, BankStart, BankEnd) = (positions, bankStart, bankEnd);

    /// <summary>Signs of the whole IBAN.</summary>
    internal int Length => positions.Length + 4;

    /// <summary>Where the bank identifier begins in the BBAN, from 0.</summary>
    internal int BankStart { get; }

    /// <summary>Where it ends, exclusive.</summary>
    internal int BankEnd { get; }

    internal static IEnumerable<string> Countries => ByCountry.Keys;

    internal static IbanStructure? Of(ReadOnlySpan<char> country) =>
        ByCountry.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(country, out var found) ? found : null;

    internal bool Fits(ReadOnlySpan<char> bban)
    {
        if (bban.Length != positions.Length) return false;
        for (var i = 0; i < bban.Length; i++)
        {
            var fits = positions[i] switch
            {
                'n' => char.IsAsciiDigit(bban[i]),
                'a' => char.IsAsciiLetterUpper(bban[i]),
                _ => char.IsAsciiDigit(bban[i]) || char.IsAsciiLetterUpper(bban[i]),
            };
            if (!fits) return false;
        }
        return true;
    }

    private static FrozenDictionary<string, IbanStructure> Read()
    {
        var structures = new Dictionary<string, IbanStructure>();
        foreach (var row in Registry.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var columns = row.Split(' ');
            var positions = string.Concat(columns[2..^1].Select(part => new string(part[^1], Number(part[..^1]))));
            if (positions.Length + 4 != Number(columns[1]))
                throw new InvalidOperationException($"Length and structure of '{row}' disagree.");
            var bank = columns[^1].Split('-');
            structures.Add(columns[0], new(positions, Number(bank[0]) - 1, Number(bank[1])));
        }
        foreach (var row in Territories.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            foreach (var territory in row.Split(' ')[1..])
                structures.Add(territory, structures[row[..2]]);
        return structures.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private const string Territories = """
        FI AX
        FR BL GF GP MF MQ NC PF PM RE TF WF YT
        GB GG IM JE
        """;

    // Country, length, structure of the BBAN, positions of the bank identifier in it (PL: of the sorting code; JO: as its
    // structure has it).
    private const string Registry = """
        AD 24 4n 4n 12c 1-4
        AE 23 3n 16n 1-3
        AL 28 8n 16c 1-3
        AT 20 5n 11n 1-5
        AZ 28 4a 20c 1-4
        BA 20 3n 3n 8n 2n 1-3
        BE 16 3n 7n 2n 1-3
        BG 22 4a 4n 2n 8c 1-4
        BH 22 4a 14c 1-4
        BI 27 5n 5n 11n 2n 1-5
        BR 29 8n 5n 10n 1a 1c 1-8
        BY 28 4c 4n 16c 1-4
        CH 21 5n 12c 1-5
        CR 22 4n 14n 1-4
        CY 28 3n 5n 16c 1-3
        CZ 24 4n 6n 10n 1-4
        DE 22 8n 10n 1-8
        DJ 27 5n 5n 11n 2n 1-5
        DK 18 4n 9n 1n 1-4
        DO 28 4c 20n 1-4
        EE 20 2n 14n 1-2
        EG 29 4n 4n 17n 1-4
        ES 24 4n 4n 1n 1n 10n 1-4
        FI 18 3n 11n 1-3
        FK 18 2a 12n 1-2
        FO 18 4n 9n 1n 1-4
        FR 27 5n 5n 11c 2n 1-5
        GB 22 4a 6n 8n 1-4
        GE 22 2a 16n 1-2
        GI 23 4a 15c 1-4
        GL 18 4n 9n 1n 1-4
        GR 27 3n 4n 16c 1-3
        GT 28 4c 20c 1-4
        HN 28 4a 20n 1-4
        HR 21 7n 10n 1-7
        HU 28 3n 4n 1n 15n 1n 1-3
        IE 22 4a 6n 8n 1-4
        IL 23 3n 3n 13n 1-3
        IQ 23 4a 3n 12n 1-4
        IS 26 4n 2n 6n 10n 1-2
        IT 27 1a 5n 5n 12c 2-6
        JO 30 4a 4n 18c 1-4
        KW 30 4a 22c 1-4
        KZ 20 3n 13c 1-3
        LB 28 4n 20c 1-4
        LC 32 4a 24c 1-4
        LI 21 5n 12c 1-5
        LT 20 5n 11n 1-5
        LU 20 3n 13c 1-3
        LV 21 4a 13c 1-4
        LY 25 3n 3n 15n 1-3
        MC 27 5n 5n 11c 2n 1-5
        MD 24 2c 18c 1-2
        ME 22 3n 13n 2n 1-3
        MK 19 3n 10c 2n 1-3
        MN 20 4n 12n 1-4
        MR 27 5n 5n 11n 2n 1-5
        MT 31 4a 5n 18c 1-4
        MU 30 4a 2n 2n 12n 3n 3a 1-6
        NI 28 4a 20n 1-4
        NL 18 4a 10n 1-4
        NO 15 4n 6n 1n 1-4
        OM 23 3n 16c 1-3
        PK 24 4a 16c 1-4
        PL 28 8n 16n 1-8
        PS 29 4a 21c 1-4
        PT 25 4n 4n 11n 2n 1-4
        QA 29 4a 21c 1-4
        RO 24 4a 16c 1-4
        RS 22 3n 13n 2n 1-3
        RU 33 9n 5n 15c 1-9
        SA 24 2n 18c 1-2
        SC 31 4a 2n 2n 16n 3a 1-6
        SD 18 2n 12n 1-2
        SE 24 3n 16n 1n 1-3
        SI 19 5n 8n 2n 1-5
        SK 24 4n 6n 10n 1-4
        SM 27 1a 5n 5n 12c 2-6
        SO 23 4n 3n 12n 1-4
        ST 25 8n 11n 2n 1-4
        SV 28 4a 20n 1-4
        TL 23 3n 14n 2n 1-3
        TN 24 2n 3n 13n 2n 1-2
        TR 26 5n 1n 16c 1-5
        UA 29 6n 19c 1-6
        VA 22 3n 15n 1-3
        VG 24 4a 16n 1-4
        XK 20 4n 10n 2n 1-2
        YE 30 4a 4n 18c 1-4
        """;
}
