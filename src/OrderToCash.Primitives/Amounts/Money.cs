using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// An amount on the grid of its currency: a 64-bit count of minor units. Sums are exact; arithmetic is checked and never mixes
/// currencies. Whoever multiplies says how to round. <c>default</c> is 0 XXX and mixes with nothing.
/// </summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly partial struct Money : IEquatable<Money>, IComparable<Money>, IFormattable
{
    /// <summary>The largest count of minor units that comes in from outside, either sign: 10^18.</summary>
    public const long MaxMinorUnits = 1_000_000_000_000_000_000;

    private Money(long minorUnits, Currency currency) => (MinorUnits, Currency) = (minorUnits, currency);

    /// <summary>The count of minor units: cents of EUR, yen of JPY, fils of KWD.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency, with its digits.</summary>
    public Currency Currency { get; }

    /// <summary>The amount as a decimal number of whole units, scaled to the currency's digits.</summary>
    public decimal Amount
    {
        get
        {
            var magnitude = unchecked((ulong)(MinorUnits < 0 ? -MinorUnits : MinorUnits));
            return new(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, MinorUnits < 0, (byte)Currency.Digits);
        }
    }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Math.Sign(MinorUnits);

    /// <summary>True for exactly nothing.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>True above zero.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>True below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>So many minor units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond ±10^18.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => minorUnits is >= -MaxMinorUnits and <= MaxMinorUnits
        ? new(minorUnits, currency)
        : throw new ArgumentOutOfRangeException(nameof(minorUnits), minorUnits, "Amounts are limited to 10^18 minor units.");

    /// <summary>An amount that is on the grid already.</summary>
    /// <exception cref="ArgumentException">The amount has more digits than the currency: round it by name instead.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Beyond ±10^18 minor units.</exception>
    public static Money Of(decimal amount, Currency currency) =>
        TryOf(amount, currency, out var money) ? money : throw OffGrid(amount, currency);

    /// <summary>An amount that is on the grid already, or false.</summary>
    public static bool TryOf(decimal amount, Currency currency, out Money money)
    {
        money = default;
        if (Math.Abs(amount) > MaxMinorUnits) return false;
        var minor = amount * currency.MinorUnitsPerUnit;
        if (minor != decimal.Truncate(minor) || Math.Abs(minor) > MaxMinorUnits) return false;
        money = new((long)minor, currency);
        return true;
    }

    /// <summary>A number of free precision, brought onto the grid by a named rounding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond ±10^18 minor units.</exception>
    public static Money Rounded(decimal amount, Currency currency, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        return Of(rounding.Round(amount, currency.Digits), currency);
    }

    /// <summary>This times a factor of free precision, rounded by name.</summary>
    public Money Times(decimal factor, Rounding rounding) => ExactProduct.Of(Amount, factor, 1m, Currency, rounding);

    /// <summary>That percentage of this, rounded by name.</summary>
    public Money Times(Percentage percentage, Rounding rounding) =>
        ExactProduct.Of(Amount, percentage.Value, 100m, Currency, rounding);

    /// <summary>This in the rate's other currency, rounded once.</summary>
    /// <exception cref="CurrencyMismatchException">The rate is not from or to this currency.</exception>
    public Money Convert(ExchangeRate rate, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rate);
        if (rate.Base == Currency) return ExactProduct.Of(Amount, rate.Rate, 1m, rate.Quote, rounding);
        if (rate.Quote == Currency) return ExactProduct.Of(Amount, 1m, rate.Rate, rate.Base, rounding);
        throw new CurrencyMismatchException(Currency, rate.Base);
    }

    /// <summary>Without its sign.</summary>
    public Money Abs() => MinorUnits < 0 ? -this : this;

    /// <summary>The smaller of two.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The sum; nothing sums to zero of the stated currency.</summary>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var sum = Zero(currency);
        foreach (var amount in amounts) sum += amount;
        return sum;
    }

    /// <summary>Adds, exactly.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + Same(left, right)), left.Currency);

    /// <summary>Subtracts, exactly.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - Same(left, right)), left.Currency);

    /// <summary>The opposite.</summary>
    public static Money operator -(Money money) => new(checked(-money.MinorUnits), money.Currency);

    /// <summary>Less, of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.MinorUnits < Same(left, right);

    /// <summary>More, of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.MinorUnits > Same(left, right);

    /// <summary>Less or equal, of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.MinorUnits <= Same(left, right);

    /// <summary>More or equal, of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.MinorUnits >= Same(left, right);

    /// <summary>The same amount of the same currency.</summary>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Another amount or currency.</summary>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Money other) => MinorUnits == other.MinorUnits && Currency == other.Currency;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinorUnits, Currency);

    /// <summary>Orders amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(Same(this, other));

    /// <summary>Invariant text with all digits of the grid: <c>1234.50 EUR</c>.</summary>
    public override string ToString() => $"{Amount.ToString(CultureInfo.InvariantCulture)} {Currency.Code}";

    /// <summary>The same invariant text; display formats are the host's.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads what <see cref="ToString()"/> writes, strictly: a known currency and exactly its digits.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Money Parse(string text) =>
        TryParse(text, out var money) ? money : throw new FormatException($"'{text}' is no amount like '1234.50 EUR'.");

    /// <summary>
    /// Reads what <see cref="ToString()"/> writes, strictly: a known currency and exactly its digits; else false.
    /// </summary>
    public static bool TryParse(string? text, out Money money)
    {
        if (TryRestore(text, out money) && Currency.TryOf(money.Currency.Code, out var iso) && iso == money.Currency) return true;
        money = default;
        return false;
    }

    // A stored amount keeps its exponent: the digits written are the digits read.
    private static bool TryRestore(string? text, out Money money)
    {
        money = default;
        if (text is null || text.Length < 5 || text[^4] != ' ' || text.AsSpan(text.Length - 3).ContainsAnyExceptInRange('A', 'Z'))
            return false;
        var number = text.AsSpan(0, text.Length - 4);
        var point = number.IndexOf('.');
        var digits = point < 0 ? 0 : number.Length - point - 1;
        if (digits > 8 || point == number.Length - 1 || point == 0 || number is "-" || number.StartsWith("-.")) return false;
        if (!decimal.TryParse(
            number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return false;
        if (number[0] == '+' || amount == 0 && number[0] == '-') return false;
        var whole = number[0] == '-' ? number[1..] : number;
        if (whole.Length > 1 && whole[0] == '0' && whole[1] != '.') return false;
        var code = text[^3..];
        var gridless = digits == 0 && Currency.TryOf(code, out var iso) && !iso.HasMinorUnit;
        var currency = Currency.WithDigits(code, gridless ? null : digits);
        return currency.Digits == digits && TryOf(amount, currency, out money);
    }

    private static long Same(Money left, Money right) => left.Currency == right.Currency
        ? right.MinorUnits
        : throw new CurrencyMismatchException(left.Currency, right.Currency);

    private static ArgumentException OffGrid(
        decimal amount, Currency currency) => Math.Abs(amount) > MaxMinorUnits / currency.MinorUnitsPerUnit
        ? new ArgumentOutOfRangeException(nameof(amount), amount, "Amounts are limited to 10^18 minor units.")
        : new ArgumentException($"{amount.ToString(CultureInfo.InvariantCulture)} has more than the {currency.Digits} digits "
            + $"of {currency}.", nameof(amount));

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class MoneyJsonConverter : JsonConverter<Money>
    {
        /// <inheritdoc/>
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryRestore(reader.GetString(), out var money)
                ? money
                : throw new JsonException("An amount must be a JSON string like \"1234.50 EUR\".");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
