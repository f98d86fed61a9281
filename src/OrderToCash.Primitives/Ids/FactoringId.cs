using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One assignment of receivables to a factor.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<FactoringId>))]
public readonly record struct FactoringId : IStringCode<FactoringId>, IComparable<FactoringId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public FactoringId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static FactoringId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(FactoringId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
