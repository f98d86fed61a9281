using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One application of a credit item to a debit item.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<ItemApplicationId>))]
public readonly record struct ItemApplicationId : IStringCode<ItemApplicationId>, IComparable<ItemApplicationId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public ItemApplicationId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static ItemApplicationId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(ItemApplicationId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
