namespace OrderToCash.Tax;

/// <summary>A place in the United States.</summary>
public sealed record SalesTaxPlace
{
    /// <summary>Two letters.</summary>
    public required string State { get; init; }

    /// <summary>ZIP code; five digits or nine.</summary>
    public required string PostCode { get; init; }
}
