using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One netting of what is owed both ways with a party.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<NettingId>))]
public readonly record struct NettingId : IStringCode<NettingId>, IComparable<NettingId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public NettingId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static NettingId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(NettingId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
