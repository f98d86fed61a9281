using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>So much of a unit: <c>12 C62</c>. Units never mix.</summary>
[JsonConverter(typeof(QuantityJsonConverter))]
public readonly record struct Quantity : IComparable<Quantity>, IFormattable
{
    private Quantity(decimal value, UnitCode unit) => (Value, Unit) = (value.Normalized(), unit);

    /// <summary>How much.</summary>
    public decimal Value { get; }

    /// <summary>Of what.</summary>
    public UnitCode Unit { get; }

    /// <summary>True for nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>True above zero.</summary>
    public bool IsPositive => Value > 0;

    /// <summary>True below zero.</summary>
    public bool IsNegative => Value < 0;

    /// <summary>So much of a unit.</summary>
    public static Quantity Of(decimal value, UnitCode unit) => new(value, unit);

    /// <summary>So many pieces (C62).</summary>
    public static Quantity Pieces(decimal value) => new(value, UnitCode.Piece);

    /// <summary>Nothing of a unit.</summary>
    public static Quantity Zero(UnitCode unit) => new(0, unit);

    /// <summary>The smaller of two.</summary>
    public static Quantity Min(Quantity left, Quantity right) => left <= right ? left : right;

    /// <summary>The larger of two.</summary>
    public static Quantity Max(Quantity left, Quantity right) => left >= right ? left : right;

    /// <summary>Adds.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + Same(left, right), left.Unit);

    /// <summary>Subtracts.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - Same(left, right), left.Unit);

    /// <summary>The opposite.</summary>
    public static Quantity operator -(Quantity quantity) => new(-quantity.Value, quantity.Unit);

    /// <summary>Less, of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.Value < Same(left, right);

    /// <summary>More, of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.Value > Same(left, right);

    /// <summary>Less or equal, of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= Same(left, right);

    /// <summary>More or equal, of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= Same(left, right);

    /// <summary>Orders quantities of one unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public int CompareTo(Quantity other) => Value.CompareTo(Same(this, other));

    /// <summary>Invariant text: <c>2.5 KGM</c>.</summary>
    public override string ToString() => $"{DecimalText.Write(Value)} {Unit}";

    /// <summary>The same invariant text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads what <see cref="ToString()"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is no quantity like '2.5 KGM'.");

    /// <summary>Reads what <see cref="ToString()"/> writes, or answers false.</summary>
    public static bool TryParse(string? text, out Quantity quantity)
    {
        quantity = default;
        var blank = text?.IndexOf(' ') ?? -1;
        if (blank < 1 || !DecimalText.TryRead(text.AsSpan(0, blank), out var value)) return false;
        var unit = text![(blank + 1)..];
        if (unit.Length > 4 || !unit.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))) return false;
        quantity = new(value, unit.Length == 0 ? default : new UnitCode(unit));
        return true;
    }

    private static decimal Same(Quantity left, Quantity right) => left.Unit == right.Unit
        ? right.Value
        : throw new InvalidOperationException($"'{left.Unit}' and '{right.Unit}' do not mix.");

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class QuantityJsonConverter : TextJsonConverter<Quantity>
    {
        /// <inheritdoc/>
        protected override bool TryParse(string text, out Quantity value) => Quantity.TryParse(text, out value);
    }
}
