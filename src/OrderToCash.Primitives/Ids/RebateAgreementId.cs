using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>One agreement on rebates with a customer.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<RebateAgreementId>))]
public readonly record struct RebateAgreementId : IStringCode<RebateAgreementId>, IComparable<RebateAgreementId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public RebateAgreementId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static RebateAgreementId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(RebateAgreementId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
