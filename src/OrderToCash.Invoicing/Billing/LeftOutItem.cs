namespace OrderToCash.Invoicing;

/// <summary>An item that is in no document of a plan, and why.</summary>
public sealed record LeftOutItem
{
    /// <summary>The item.</summary>
    public required BillableItemId Item { get; init; }

    /// <summary>Why.</summary>
    public required LeftOutReason Reason { get; init; }

    /// <summary>The day it will be billed as things stand; null when nobody can tell.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>What contradicts itself, or who holds it; all findings.</summary>
    public EquatableArray<DomainError> Findings { get; init; }
}
