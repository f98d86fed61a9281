using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A business identifier code of ISO 9362: party prefix, country, suffix and an optional branch; 8 or 11 signs.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<Bic>))]
public readonly record struct Bic : IStringCode<Bic>, IComparable<Bic>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 8 or 11 upper-case letters and digits with a country of two letters at the
    /// fifth.</exception>
    public Bic(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = HasShape(value)
            ? value
            : throw new ArgumentException($"A BIC has 8 or 11 upper-case letters and digits: '{value}'.", nameof(value));
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <summary>The country of the party.</summary>
    public CountryCode Country => value is null ? default : new(value[4..6]);

    /// <inheritdoc/>
    public static Bic Of(string value) => new(value);

    /// <summary>The code, or false when the text has another shape. Whether the BIC exists is for the directory to say.</summary>
    public static bool TryOf(string? text, out Bic bic)
    {
        var fits = HasShape(text);
        bic = fits ? new(text!) : default;
        return fits;
    }

    /// <summary>Orders by the text.</summary>
    public int CompareTo(Bic other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    private static bool HasShape(ReadOnlySpan<char> text)
    {
        if (text.Length is not (8 or 11) || !char.IsAsciiLetterUpper(text[4]) || !char.IsAsciiLetterUpper(text[5])) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        return true;
    }
}
