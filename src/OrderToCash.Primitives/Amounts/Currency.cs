using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A currency and its grid: an ISO 4217 code and the number of digits after the point. <c>default</c> is XXX, no currency.
/// The digits are part of the value: an amount stored under another exponent stays what it was and mixes with nothing.
/// </summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly struct Currency : IEquatable<Currency>, IComparable<Currency>
{
    // 3 letters of 5 bits (A = 1), then digits + 1 (0 = no grid); 0 in all is XXX.
    private readonly int packed;

    private Currency(string code, int? digits) =>
        packed = code == "XXX" ? 0 : (code[0] - '@') << 10 | (code[1] - '@') << 5 | (code[2] - '@') | (digits + 1 ?? 0) << 15;

    /// <summary>Euro, 2 digits.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>Pound sterling, 2 digits.</summary>
    public static Currency Gbp { get; } = Of("GBP");

    /// <summary>US dollar, 2 digits.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Swiss franc, 2 digits.</summary>
    public static Currency Chf { get; } = Of("CHF");

    /// <summary>Yen, no digits.</summary>
    public static Currency Jpy { get; } = Of("JPY");

    /// <summary>The three letters.</summary>
    public string Code => packed == 0 ? "XXX" : string.Create(3, packed, static (span, p) =>
    {
        span[0] = (char)('@' + (p >> 10 & 31));
        span[1] = (char)('@' + (p >> 5 & 31));
        span[2] = (char)('@' + (p & 31));
    });

    /// <summary>True when amounts have a grid; XXX, XTS, the metals and funds codes have none and can't be posted.</summary>
    public bool HasMinorUnit => packed >> 15 != 0;

    /// <summary>Digits after the point of the smallest unit: 2 for EUR, 0 for JPY, 3 for KWD; 0 where there is no grid.</summary>
    public int Digits => Math.Max(0, (packed >> 15) - 1);

    /// <summary>Minor units in one unit: 100 for EUR, 1 for JPY.</summary>
    public long MinorUnitsPerUnit => PowersOfTen[Digits];

    /// <summary>The ISO 4217 number; null for a currency of the host's own.</summary>
    public int? Number => IsIso ? CurrencyTable.ByCode[Code].Number : null;

    /// <summary>The English name of ISO 4217; the code for a currency of the host's own.</summary>
    public string Name => IsIso ? CurrencyTable.ByCode[Code].Name : Code;

    /// <summary>All currencies of ISO 4217, by code.</summary>
    public static EquatableArray<Currency> Iso4217 { get; } =
        CurrencyTable.ByCode.Values
            .OrderBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => new Currency(r.Code, r.Digits))
            .ToEquatableArray();

    private bool IsIso => CurrencyTable.ByCode.TryGetValue(Code, out var row) && (row.Digits + 1 ?? 0) == packed >> 15;

    private static ReadOnlySpan<long> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>The ISO 4217 currency of this code.</summary>
    /// <exception cref="ArgumentException">The code is not in ISO 4217 (upper case, as of 2024-06-25).</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException($"'{code}' is no ISO 4217 currency.", nameof(code));

    /// <summary>The ISO 4217 currency of this code, or false.</summary>
    public static bool TryOf(string? code, out Currency currency)
    {
        var known = CurrencyTable.ByCode.TryGetValue(code ?? "", out var row);
        currency = known ? new(row.Code, row.Digits) : default;
        return known;
    }

    /// <summary>A currency of the host's own (loyalty points, a currency of the past), with its digits.</summary>
    /// <param name="code">Three upper-case letters.</param>
    /// <param name="digits">0 to 8.</param>
    /// <exception cref="ArgumentException">The shape is wrong, or ISO 4217 gives the code other digits.</exception>
    public static Currency Custom(string code, int digits) =>
        CurrencyTable.ByCode.TryGetValue(code, out var row) && row.Digits != digits
            ? throw new ArgumentException($"ISO 4217 gives {code} "
                + $"{row.Digits?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} digits.", nameof(code))
            : WithDigits(code, digits);

    /// <summary>A stored amount keeps its exponent, whatever the tables say today.</summary>
    internal static Currency WithDigits(string code, int? digits)
    {
        if (code is not { Length: 3 } || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            throw new ArgumentException($"A currency code has three upper-case letters: '{code}'.", nameof(code));
        if (digits is < 0 or > 8) throw new ArgumentOutOfRangeException(nameof(digits), digits, "A currency has 0 to 8 digits.");
        return code == "XXX" ? default : new(code, digits);
    }

    /// <summary>The code, with <c>/digits</c> where they are not those of ISO 4217: <c>EUR</c>, <c>PTS/0</c>.</summary>
    internal string StoredText =>
        packed == 0 || IsIso ? Code : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code}/{Digits}");

    /// <summary>Reads <see cref="StoredText"/>.</summary>
    internal static bool TryRestore(string? text, out Currency currency)
    {
        if (TryOf(text, out currency)) return true;
        if (text is not { Length: 5 }
            || text[3] != '/'
            || text[4] is < '0' or > '8'
            || text.AsSpan(0, 3).ContainsAnyExceptInRange('A', 'Z'))
            return false;
        currency = WithDigits(text[..3], text[4] - '0');
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Currency other) => packed == other.packed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => packed;

    /// <summary>Orders by code.</summary>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>The same code and digits.</summary>
    public static bool operator ==(Currency left, Currency right) => left.Equals(right);

    /// <summary>Another code or other digits.</summary>
    public static bool operator !=(Currency left, Currency right) => !left.Equals(right);

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class CurrencyJsonConverter : JsonConverter<Currency>
    {
        /// <inheritdoc/>
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Restore(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.StoredText);

        /// <inheritdoc/>
        public override Currency ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Restore(reader.GetString());

        /// <inheritdoc/>
        public override void WriteAsPropertyName(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.StoredText);

        private static Currency Restore(string? text) =>
            TryRestore(text, out var currency) ? currency : throw new JsonException($"'{text}' is no currency like \"EUR\".");
    }
}
