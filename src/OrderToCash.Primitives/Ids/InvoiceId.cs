using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>An invoice or credit note, draft or posted; stable from the draft on.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<InvoiceId>))]
public readonly record struct InvoiceId : IStringCode<InvoiceId>, IComparable<InvoiceId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public InvoiceId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static InvoiceId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(InvoiceId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
