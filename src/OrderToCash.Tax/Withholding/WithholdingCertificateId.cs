using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The host's number of a withholding-tax certificate it waits for.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<WithholdingCertificateId>))]
public readonly record struct WithholdingCertificateId
    : IStringCode<WithholdingCertificateId>, IComparable<WithholdingCertificateId>
{
    private readonly string? value;

    /// <summary>Takes a number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, or blanks at the ends.</exception>
    public WithholdingCertificateId(string value)
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
    public static WithholdingCertificateId Of(string value) => new(value);

    /// <summary>Orders by the text.</summary>
    public int CompareTo(WithholdingCertificateId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
