using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>An open item of the receivables ledger: an instalment, a credit, a payment on account.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<OpenItemId>))]
public readonly record struct OpenItemId : IStringCode<OpenItemId>, IComparable<OpenItemId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public OpenItemId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static OpenItemId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(OpenItemId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
