using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>The seller: one legal entity that invoices and keeps books.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<LegalEntityId>))]
public readonly record struct LegalEntityId : IStringCode<LegalEntityId>, IComparable<LegalEntityId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public LegalEntityId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static LegalEntityId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(LegalEntityId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
