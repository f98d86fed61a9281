using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The host's number of an exemption certificate.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<ExemptionCertificateId>))]
public readonly record struct ExemptionCertificateId : IStringCode<ExemptionCertificateId>, IComparable<ExemptionCertificateId>
{
    private readonly string? value;

    /// <summary>Takes a number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, or blanks at the ends.</exception>
    public ExemptionCertificateId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 128 || value.Trim().Length != value.Length)
            throw new ArgumentException($"An id has 1 to 128 characters and no blanks at its ends: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static ExemptionCertificateId Of(string value) => new(value);

    /// <summary>Orders by the text.</summary>
    public int CompareTo(ExemptionCertificateId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
