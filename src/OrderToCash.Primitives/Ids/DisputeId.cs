using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One dispute with a customer over an amount.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<DisputeId>))]
public readonly record struct DisputeId : IStringCode<DisputeId>, IComparable<DisputeId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public DisputeId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static DisputeId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(DisputeId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
