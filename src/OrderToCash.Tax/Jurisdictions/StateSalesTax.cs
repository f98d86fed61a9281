namespace OrderToCash.Tax;

/// <summary>What a state decides for itself and its jurisdictions.</summary>
public sealed record StateSalesTax
{
    /// <summary>Two letters.</summary>
    public required string State { get; init; }

    /// <summary>Whose local tax a sale inside the state bears.</summary>
    public SourcingBasis Sourcing { get; init; }

    /// <summary>Levels that follow the destination though the state follows the origin: California's districts.</summary>
    public EquatableArray<JurisdictionLevel> AlwaysDestination { get; init; }

    /// <summary>How freight is taxed.</summary>
    public FreightTaxation Freight { get; init; }

    /// <summary>True: tax is rounded on each line; false: once per jurisdiction and document.</summary>
    public bool RoundsPerLine { get; init; }
}
