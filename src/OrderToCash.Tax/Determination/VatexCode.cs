using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// A VAT exemption reason code of the CEF VATEX list (EN 16931 BT-121); <c>default</c> is none. The list grows without us.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<VatexCode>))]
public readonly record struct VatexCode : IStringCode<VatexCode>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not <c>VATEX-</c> and then 2 to 30 upper-case letters, digits and hyphens.</exception>
    public VatexCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length is < 8 or > 36 || !value.StartsWith("VATEX-", StringComparison.Ordinal)
            || !value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException($"A VATEX code looks like VATEX-EU-AE: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>Reverse charge.</summary>
    public static VatexCode ReverseCharge { get; } = new("VATEX-EU-AE");

    /// <summary>Intra-community supply.</summary>
    public static VatexCode IntraCommunity { get; } = new("VATEX-EU-IC");

    /// <summary>Export outside the Union.</summary>
    public static VatexCode Export { get; } = new("VATEX-EU-G");

    /// <summary>Not subject to VAT.</summary>
    public static VatexCode OutOfScope { get; } = new("VATEX-EU-O");

    /// <summary>Margin scheme of travel agents.</summary>
    public static VatexCode TravelAgents { get; } = new("VATEX-EU-D");

    /// <summary>Margin scheme of second-hand goods.</summary>
    public static VatexCode SecondHandGoods { get; } = new("VATEX-EU-F");

    /// <summary>Margin scheme of works of art.</summary>
    public static VatexCode WorksOfArt { get; } = new("VATEX-EU-I");

    /// <summary>Margin scheme of collector's items and antiques.</summary>
    public static VatexCode Antiques { get; } = new("VATEX-EU-J");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static VatexCode Of(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
