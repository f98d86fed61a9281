using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>The code on a coupon, as the customer writes it.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<CouponCode>))]
public readonly record struct CouponCode : IStringCode<CouponCode>, IComparable<CouponCode>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 letters, digits and hyphens of ASCII.</exception>
    public CouponCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException($"Expected 1 to 40 letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static CouponCode Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(CouponCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
