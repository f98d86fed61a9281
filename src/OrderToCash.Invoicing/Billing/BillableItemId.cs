using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// One thing that may be billed, named by the host: an order line, a delivery of it, a milestone, a period of a schedule.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<BillableItemId>))]
public readonly record struct BillableItemId : IStringCode<BillableItemId>, IComparable<BillableItemId>
{
    private const int MaxLength = 200;

    private readonly string? value;

    /// <summary>Takes the host's own name: <c>SO-1/2</c>, <c>SO-1/2/SH-7</c>, <c>K-4/1/2026-03</c>.</summary>
    /// <exception cref="ArgumentException">Not 1 to 200 characters, control characters, or blanks at the ends.</exception>
    public BillableItemId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value.Any(char.IsControl))
            throw new ArgumentException(
                $"An item has 1 to {MaxLength} characters, no control characters and no blanks at its ends: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static BillableItemId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(BillableItemId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
