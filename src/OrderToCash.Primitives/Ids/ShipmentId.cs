using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>A shipment of goods of an order.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<ShipmentId>))]
public readonly record struct ShipmentId : IStringCode<ShipmentId>, IComparable<ShipmentId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public ShipmentId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static ShipmentId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(ShipmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
