using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One stored way to pay of a customer.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<PaymentMethodId>))]
public readonly record struct PaymentMethodId : IStringCode<PaymentMethodId>, IComparable<PaymentMethodId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public PaymentMethodId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static PaymentMethodId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(PaymentMethodId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
