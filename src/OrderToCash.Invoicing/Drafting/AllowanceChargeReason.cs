using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// Why something is taken off or put on: UNCL 5189 for allowances (BT-98, BT-140), UNCL 7161 for charges (BT-105, BT-145).
/// The lists grow without us; <c>default</c> is none.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<AllowanceChargeReason>))]
public readonly record struct AllowanceChargeReason : IStringCode<AllowanceChargeReason>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 3 upper-case letters and digits.</exception>
    public AllowanceChargeReason(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 3 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            throw new ArgumentException($"A reason code has 1 to 3 upper-case letters and digits: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>95 of UNCL 5189: a discount.</summary>
    public static AllowanceChargeReason Discount { get; } = new("95");

    /// <summary>FC of UNCL 7161: freight.</summary>
    public static AllowanceChargeReason Freight { get; } = new("FC");

    /// <summary>ZZZ of UNCL 7161: mutually defined.</summary>
    public static AllowanceChargeReason MutuallyDefined { get; } = new("ZZZ");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static AllowanceChargeReason Of(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
