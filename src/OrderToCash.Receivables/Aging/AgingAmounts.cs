using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Amounts by age in one currency.</summary>
public sealed record AgingAmounts
{
    /// <summary>By bucket, in the order of the report's names, without what stands apart.</summary>
    public required EquatableArray<Money> Buckets { get; init; }

    /// <summary>The disputed parts by bucket; empty when nothing is.</summary>
    public EquatableArray<Money> Disputed { get; init; }

    /// <summary>The promised parts by bucket; empty when nothing is.</summary>
    public EquatableArray<Money> Promised { get; init; }

    /// <summary>Credits shown apart, zero or below.</summary>
    public required Money Unapplied { get; init; }

    /// <summary>All of it: the balance.</summary>
    [JsonIgnore]
    public Money Total => Money.Sum(Buckets, Unapplied.Currency) + Money.Sum(Disputed, Unapplied.Currency)
        + Money.Sum(Promised, Unapplied.Currency) + Unapplied;
}
