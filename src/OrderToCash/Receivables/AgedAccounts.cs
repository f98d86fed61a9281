using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>The ages of receivables, and what was left out of them because its stored state is broken.</summary>
public sealed record AgedAccounts
{
    /// <summary>The report; its columns add up to the balance of the sound items.</summary>
    public required AgingReport Report { get; init; }

    /// <summary>One finding for each broken rule of an item or a dispute that was left out; empty when all is sound.</summary>
    public EquatableArray<DomainError> Quarantined { get; init; }
}
