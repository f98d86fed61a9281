namespace OrderToCash.Invoicing;

/// <summary>The correction of an earlier period for one member state.</summary>
public sealed record OneStopShopCorrection
{
    /// <summary>The member state of consumption.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The period corrected.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>The tax, below zero for what is taken back.</summary>
    public required Money Tax { get; init; }

    /// <summary>The documents it comes from.</summary>
    public EquatableArray<InvoiceNumber> Documents { get; init; }
}
