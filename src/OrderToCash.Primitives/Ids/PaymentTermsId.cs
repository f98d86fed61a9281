using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>Payment terms.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<PaymentTermsId>))]
public readonly record struct PaymentTermsId : IStringCode<PaymentTermsId>, IComparable<PaymentTermsId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public PaymentTermsId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static PaymentTermsId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(PaymentTermsId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
