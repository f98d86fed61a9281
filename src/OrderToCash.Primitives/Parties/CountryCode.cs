using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A country of ISO 3166-1, alpha-2: <c>GB</c>. The list grows without us; <see cref="Countries"/> is what we know of it.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<CountryCode>))]
public readonly record struct CountryCode : IStringCode<CountryCode>, IComparable<CountryCode>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not two upper-case letters.</exception>
    public CountryCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length != 2 || !value.All(char.IsAsciiLetterUpper))
            throw new ArgumentException($"A country code has two upper-case letters: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static CountryCode Of(string value) => new(value);

    /// <summary>Orders by the letters.</summary>
    public int CompareTo(CountryCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The two letters.</summary>
    public override string ToString() => Value;
}
