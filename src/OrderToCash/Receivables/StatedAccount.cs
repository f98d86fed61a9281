using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A statement, and what was left out of it because its stored state is broken.</summary>
public sealed record StatedAccount
{
    /// <summary>The statement of the sound items.</summary>
    public required AccountStatement Statement { get; init; }

    /// <summary>One finding for each broken rule of an item or a dispute that was left out; empty when all is sound.</summary>
    public EquatableArray<DomainError> Quarantined { get; init; }
}
