using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// The price of so many units (usually one), of free precision: <c>2.55 GBP</c>, <c>12.5 EUR per 100</c>. Only
/// <see cref="Times"/> turns it into money.
/// </summary>
[JsonConverter(typeof(UnitPriceJsonConverter))]
public readonly record struct UnitPrice : IFormattable
{
    private readonly decimal perLessOne;

    private UnitPrice(decimal amount, Currency currency, decimal per) =>
        (Amount, Currency, perLessOne) = (amount.Normalized(), currency, (per - 1).Normalized());

    /// <summary>The price of <see cref="Per"/> units.</summary>
    public decimal Amount { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>The base quantity the amount is for (EN 16931 BT-149): 1 unless said otherwise.</summary>
    public decimal Per => perLessOne + 1;

    /// <summary>A price for so many units.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> is not above zero.</exception>
    public static UnitPrice Of(decimal amount, Currency currency, decimal per = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        return new(amount, currency, per);
    }

    /// <summary>What that quantity costs, rounded once, by name.</summary>
    public Money Times(Quantity quantity, Rounding rounding) =>
        ExactProduct.Of(Amount, quantity.Value, Per, Currency, rounding);

    /// <summary>Invariant text: <c>2.55 GBP</c>, or <c>12.5 EUR per 100</c> for a base quantity other than one.</summary>
    public override string ToString() =>
        $"{DecimalText.Write(Amount)} {Currency.StoredText}{(Per == 1 ? "" : " per " + DecimalText.Write(Per))}";

    /// <summary>The same invariant text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads what <see cref="ToString()"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static UnitPrice Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is no unit price like '2.55 GBP'.");

    /// <summary>Reads what <see cref="ToString()"/> writes, or answers false.</summary>
    public static bool TryParse(string? text, out UnitPrice price)
    {
        price = default;
        var words = (text ?? "").Split(' ');
        var per = 1m;
        if (words.Length is not (2 or 4)
            || !DecimalText.TryRead(words[0], out var amount)
            || !Currency.TryRestore(words[1], out var currency))
            return false;
        if (words.Length == 4 && (words[2] != "per" || !DecimalText.TryRead(words[3], out per) || per <= 0)) return false;
        price = new(amount, currency, per);
        return true;
    }

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class UnitPriceJsonConverter : TextJsonConverter<UnitPrice>
    {
        /// <inheritdoc/>
        protected override bool TryParse(string text, out UnitPrice value) => UnitPrice.TryParse(text, out value);
    }
}
