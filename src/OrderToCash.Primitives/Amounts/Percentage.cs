using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>A share in hundredths, of free precision: <c>Percentage.Of(17.5m)</c> is 17.5 %.</summary>
[JsonConverter(typeof(PercentageJsonConverter))]
public readonly record struct Percentage : IComparable<Percentage>, IFormattable
{
    private Percentage(decimal value) => Value = value.Normalized();

    /// <summary>The number before the percent sign: 17.5.</summary>
    public decimal Value { get; }

    /// <summary>The factor: 0.175.</summary>
    public decimal Fraction => Value / 100m;

    /// <summary>Nothing.</summary>
    public static Percentage Zero => default;

    /// <summary>The whole.</summary>
    public static Percentage Hundred { get; } = new(100m);

    /// <summary>So many hundredths; negative and above a hundred are allowed.</summary>
    public static Percentage Of(decimal value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(Percentage other) => Value.CompareTo(other.Value);

    /// <summary>Invariant text: <c>17.5%</c>.</summary>
    public override string ToString() => DecimalText.Write(Value) + "%";

    /// <summary>The same invariant text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads what <see cref="ToString()"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Percentage Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is no percentage like '17.5%'.");

    /// <summary>Reads what <see cref="ToString()"/> writes, or answers false.</summary>
    public static bool TryParse(string? text, out Percentage percentage)
    {
        percentage = default;
        if (text is not { Length: > 1 }
            || text[^1] != '%'
            || !DecimalText.TryRead(text.AsSpan(0, text.Length - 1), out var value))
            return false;
        percentage = new(value);
        return true;
    }

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class PercentageJsonConverter : TextJsonConverter<Percentage>
    {
        /// <inheritdoc/>
        protected override bool TryParse(string text, out Percentage value) => Percentage.TryParse(text, out value);
    }
}
