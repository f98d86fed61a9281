using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>The number of a posted invoice or credit note, gapless within its series.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<InvoiceNumber>))]
public readonly record struct InvoiceNumber : IStringCode<InvoiceNumber>, IComparable<InvoiceNumber>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public InvoiceNumber(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static InvoiceNumber Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(InvoiceNumber other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
