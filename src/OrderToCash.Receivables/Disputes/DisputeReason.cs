using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Why a customer does not pay a part of what is asked. Hosts add reasons of their own.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<DisputeReason>))]
public readonly record struct DisputeReason : IStringCode<DisputeReason>, IComparable<DisputeReason>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public DisputeReason(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-'))
            throw new ArgumentException($"Expected 1 to 40 lower-case letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>Less was delivered than billed.</summary>
    public static DisputeReason QuantityShort { get; } = new("quantity-short");

    /// <summary>Nothing of it was delivered.</summary>
    public static DisputeReason NotDelivered { get; } = new("not-delivered");

    /// <summary>The price billed is not the price ordered.</summary>
    public static DisputeReason PriceDiffers { get; } = new("price-differs");

    /// <summary>The goods went back.</summary>
    public static DisputeReason GoodsReturned { get; } = new("goods-returned");

    /// <summary>The goods are damaged or not what was agreed: somebody has to look.</summary>
    public static DisputeReason Quality { get; } = new("quality");

    /// <summary>The same delivery was billed before.</summary>
    public static DisputeReason DuplicateBilling { get; } = new("duplicate-billing");

    /// <summary>A credit was promised and not taken into account.</summary>
    public static DisputeReason CreditMissing { get; } = new("credit-missing");

    /// <summary>It was paid before.</summary>
    public static DisputeReason AlreadyPaid { get; } = new("already-paid");

    /// <summary>Freight was billed that was not agreed.</summary>
    public static DisputeReason Freight { get; } = new("freight");

    /// <summary>Tax was billed that is not due.</summary>
    public static DisputeReason Tax { get; } = new("tax");

    /// <summary>An early-payment discount was taken that we did not grant.</summary>
    public static DisputeReason Discount { get; } = new("discount");

    /// <summary>A card holder took the money back through the card network.</summary>
    public static DisputeReason Chargeback { get; } = new("chargeback");

    /// <summary>None of the others.</summary>
    public static DisputeReason Other { get; } = new("other");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static DisputeReason Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(DisputeReason other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
