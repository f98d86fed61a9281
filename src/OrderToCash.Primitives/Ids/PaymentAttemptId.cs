using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One attempt to take money through a gateway.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<PaymentAttemptId>))]
public readonly record struct PaymentAttemptId : IStringCode<PaymentAttemptId>, IComparable<PaymentAttemptId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public PaymentAttemptId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static PaymentAttemptId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(PaymentAttemptId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
