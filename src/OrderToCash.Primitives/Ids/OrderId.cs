using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>A sales order.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<OrderId>))]
public readonly record struct OrderId : IStringCode<OrderId>, IComparable<OrderId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public OrderId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static OrderId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(OrderId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
