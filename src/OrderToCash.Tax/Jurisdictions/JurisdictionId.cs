using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The code of a jurisdiction: the host's own, or FIPS with the state in front (<c>TN</c>, <c>TN-037</c>).</summary>
[JsonConverter(typeof(StringCodeJsonConverter<JurisdictionId>))]
public readonly record struct JurisdictionId : IStringCode<JurisdictionId>, IComparable<JurisdictionId>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 letters, digits and hyphens.</exception>
    public JurisdictionId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException($"A jurisdiction has 1 to 40 letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static JurisdictionId Of(string value) => new(value);

    /// <summary>Orders by the text.</summary>
    public int CompareTo(JurisdictionId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
