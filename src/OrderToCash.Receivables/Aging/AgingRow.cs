using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>The ages of what one customer owes one legal entity in one currency.</summary>
public sealed record AgingRow
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>
    /// The amounts by bucket, in the order of the report's names, without disputed and promised parts.
    /// </summary>
    public required EquatableArray<Money> Buckets { get; init; }

    /// <summary>The disputed parts by bucket; empty when nothing is disputed.</summary>
    public EquatableArray<Money> Disputed { get; init; }

    /// <summary>The promised parts by bucket; empty when nothing is promised.</summary>
    public EquatableArray<Money> Promised { get; init; }

    /// <summary>Credits shown apart, zero or below.</summary>
    public required Money Unapplied { get; init; }

    /// <summary>The same amounts in the functional currency at booking rates; null in a report that was stored without.</summary>
    public AgingAmounts? Functional { get; init; }

    /// <summary>Buckets, disputed and promised parts and unapplied credits: what the open items of the row add up to.</summary>
    [JsonIgnore]
    public Money Total => Money.Sum(Buckets, Unapplied.Currency) + Money.Sum(Disputed, Unapplied.Currency)
        + Money.Sum(Promised, Unapplied.Currency) + Unapplied;
}
