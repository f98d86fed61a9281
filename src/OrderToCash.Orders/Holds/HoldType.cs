using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Why goods must wait. Several holds of different types stand at once; hosts add their own types.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<HoldType>))]
public readonly record struct HoldType : IStringCode<HoldType>, IComparable<HoldType>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public HoldType(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-'))
            throw new ArgumentException($"Expected 1 to 40 lower-case letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>The credit check said hold.</summary>
    public static HoldType Credit { get; } = new("credit");

    /// <summary>A price waits for approval.</summary>
    public static HoldType Price { get; } = new("price");

    /// <summary>Goods are not available.</summary>
    public static HoldType Stock { get; } = new("stock");

    /// <summary>The delivery address is in doubt.</summary>
    public static HoldType Address { get; } = new("address");

    /// <summary>A paper is missing.</summary>
    public static HoldType Document { get; } = new("document");

    /// <summary>Sanctions or export screening.</summary>
    public static HoldType Screening { get; } = new("screening");

    /// <summary>The order looks fraudulent.</summary>
    public static HoldType Fraud { get; } = new("fraud");

    /// <summary>Somebody wants it to wait.</summary>
    public static HoldType Manual { get; } = new("manual");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static HoldType Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(HoldType other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
