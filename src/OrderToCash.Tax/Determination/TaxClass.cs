using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The class a product has for tax: the key into the rate table. Hosts add their own beside the built-in ones.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<TaxClass>))]
public readonly record struct TaxClass : IStringCode<TaxClass>, IComparable<TaxClass>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public TaxClass(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException($"A tax class has 1 to 40 lower-case letters, digits and hyphens: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <summary>What no other class is for.</summary>
    public static TaxClass Standard { get; } = new("standard");

    /// <summary>The country's main reduced rate.</summary>
    public static TaxClass Reduced { get; } = new("reduced");

    /// <summary>The other reduced rate, where a country has two.</summary>
    public static TaxClass SecondReduced { get; } = new("second-reduced");

    /// <summary>A rate below 5 %, where a country has one.</summary>
    public static TaxClass SuperReduced { get; } = new("super-reduced");

    /// <summary>A rate of 12 % or more kept for what the Directive has no reduced rate for (art. 118).</summary>
    public static TaxClass Parking { get; } = new("parking");

    /// <summary>Taxable at zero in the seller's country, with the right to deduct.</summary>
    public static TaxClass Zero { get; } = new("zero");

    /// <summary>Exempt in the seller's country.</summary>
    public static TaxClass Exempt { get; } = new("exempt");

    /// <summary>No supply at all: damages, default interest, reminder fees, penalties, deposits that are given back.</summary>
    public static TaxClass OutOfScope { get; } = new("out-of-scope");

    /// <summary>A voucher whose place or rate of supply is open: taxed when it is redeemed, not when it is sold.</summary>
    public static TaxClass MultiPurposeVoucher { get; } = new("multi-purpose-voucher");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static TaxClass Of(string value) => new(value);

    /// <summary>Orders by the text.</summary>
    public int CompareTo(TaxClass other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
