using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One insolvency of a debtor, in one currency.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<InsolvencyId>))]
public readonly record struct InsolvencyId : IStringCode<InsolvencyId>, IComparable<InsolvencyId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public InsolvencyId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static InsolvencyId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(InsolvencyId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
