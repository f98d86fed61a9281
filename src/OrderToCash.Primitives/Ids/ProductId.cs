using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>What is sold: the seller's item number.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<ProductId>))]
public readonly record struct ProductId : IStringCode<ProductId>, IComparable<ProductId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public ProductId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static ProductId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(ProductId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
