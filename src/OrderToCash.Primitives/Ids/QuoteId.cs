using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>An offer to a customer.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<QuoteId>))]
public readonly record struct QuoteId : IStringCode<QuoteId>, IComparable<QuoteId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public QuoteId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static QuoteId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(QuoteId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
