namespace OrderToCash.Receivables;

/// <summary>
/// What an item in the books is pledged for: the factor lent on it, and what comes in for it is his until he has it all or gives
/// it back. What was sold to him is settled instead.
/// </summary>
public sealed record ItemPledge
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>True where the debtor is not told and pays us: what he pays is passed on. Else he is to pay the factor.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>How much of the item is still the factor's to get; zero or above, in the item's currency.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>The applications that brought him something; only the assignment takes them back.</summary>
    public EquatableArray<ItemApplicationId> Applications { get; init; }
}
