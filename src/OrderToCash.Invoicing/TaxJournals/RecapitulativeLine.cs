namespace OrderToCash.Invoicing;

/// <summary>One buyer and kind of supply on a recapitulative statement.</summary>
public sealed record RecapitulativeLine
{
    /// <summary>The country of the buyer's id.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The buyer's id.</summary>
    public required string TaxId { get; init; }

    /// <summary>Goods, triangulation or services.</summary>
    public required ReportedSupply Supply { get; init; }

    /// <summary>The taxable amounts, credit notes deducted, in the functional currency.</summary>
    public required Money Amount { get; init; }
}
