using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One payout of a payment service provider: its own number.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<PayoutId>))]
public readonly record struct PayoutId : IStringCode<PayoutId>, IComparable<PayoutId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public PayoutId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static PayoutId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(PayoutId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
