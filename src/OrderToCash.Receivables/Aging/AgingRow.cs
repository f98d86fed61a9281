using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>The ages of what one customer owes one legal entity in one currency.</summary>
public sealed record AgingRow
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The amounts by bucket, in the order of the report's names.</summary>
    public required EquatableArray<Money> Buckets { get; init; }

    /// <summary>Credits shown apart, zero or below.</summary>
    public required Money Unapplied { get; init; }

    /// <summary>Buckets and unapplied credits: what the open items of the row add up to.</summary>
    [JsonIgnore]
    public Money Total => Money.Sum(Buckets, Unapplied.Currency) + Unapplied;
}
