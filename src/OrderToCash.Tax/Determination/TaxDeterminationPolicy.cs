namespace OrderToCash.Tax;

/// <summary>What a seller chooses in determination; the default is the strict reading.</summary>
public sealed record TaxDeterminationPolicy
{
    /// <summary>
    /// True: a buyer's VAT id counts without an official check. False, the default: an unchecked id where one is needed is
    /// refused (<see cref="TaxErrors.BuyerIdNotVerified"/>), because the seller owes the tax when the id proves wrong.
    /// </summary>
    public bool AcceptUnverifiedBuyerIds { get; init; }

    /// <summary>Every choice at its strict default.</summary>
    public static TaxDeterminationPolicy Default { get; } = new();
}
