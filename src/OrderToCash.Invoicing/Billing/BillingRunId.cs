using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>A billing run.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<BillingRunId>))]
public readonly record struct BillingRunId : IStringCode<BillingRunId>, IComparable<BillingRunId>
{
    private const int MaxLength = 128;

    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public BillingRunId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value.Any(char.IsControl))
            throw new ArgumentException(
                $"An id has 1 to {MaxLength} characters, no control characters and no blanks at its ends: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static BillingRunId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(BillingRunId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
