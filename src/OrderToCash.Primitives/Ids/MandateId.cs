using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One direct-debit mandate: its unique reference (SEPA AT-01), as the debtor signed it.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<MandateId>))]
public readonly record struct MandateId : IStringCode<MandateId>, IComparable<MandateId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public MandateId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static MandateId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(MandateId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
