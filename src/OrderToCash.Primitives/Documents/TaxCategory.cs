using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>A duty or tax category of UNCL 5305, the part EN 16931 uses (BT-118, BT-151).</summary>
[JsonConverter(typeof(StringCodeJsonConverter<TaxCategory>))]
public readonly record struct TaxCategory : IStringCode<TaxCategory>, IComparable<TaxCategory>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not one or two upper-case letters.</exception>
    public TaxCategory(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 2 || !value.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"A tax category has one or two upper-case letters: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>S: standard rate (any rate above zero).</summary>
    public static TaxCategory Standard { get; } = new("S");

    /// <summary>Z: zero rated goods.</summary>
    public static TaxCategory ZeroRated { get; } = new("Z");

    /// <summary>E: exempt.</summary>
    public static TaxCategory Exempt { get; } = new("E");

    /// <summary>AE: reverse charge.</summary>
    public static TaxCategory ReverseCharge { get; } = new("AE");

    /// <summary>K: intra-community supply.</summary>
    public static TaxCategory IntraCommunity { get; } = new("K");

    /// <summary>G: export outside the Union.</summary>
    public static TaxCategory Export { get; } = new("G");

    /// <summary>O: outside the scope of tax.</summary>
    public static TaxCategory OutOfScope { get; } = new("O");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static TaxCategory Of(string value) => new(value);

    /// <summary>Orders by the letters.</summary>
    public int CompareTo(TaxCategory other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The letters.</summary>
    public override string ToString() => Value;
}
