using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A unit of measure of UN/ECE Recommendation 20 (or 21 with X before it): <c>C62</c> piece, <c>KGM</c>, <c>HUR</c>. The list
/// grows without us.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<UnitCode>))]
public readonly record struct UnitCode : IStringCode<UnitCode>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 4 upper-case letters and digits.</exception>
    public UnitCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 4 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            throw new ArgumentException($"A unit code has 1 to 4 upper-case letters and digits: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>One: a piece, a unit (C62).</summary>
    public static UnitCode Piece { get; } = new("C62");

    /// <summary>Kilogram (KGM).</summary>
    public static UnitCode Kilogram { get; } = new("KGM");

    /// <summary>Hour (HUR).</summary>
    public static UnitCode Hour { get; } = new("HUR");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static UnitCode Of(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
