namespace OrderToCash.Invoicing;

/// <summary>A fact of the ledger for the tie: what was posted to the output tax account for a document.</summary>
public sealed record LedgerTax
{
    /// <summary>The document's number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The category; none when the ledger does not tell categories apart.</summary>
    public TaxCategory Category { get; init; }

    /// <summary>The tax in the document's currency: above zero on the credit side.</summary>
    public required Money Tax { get; init; }

    /// <summary>The same in the functional currency.</summary>
    public required Money FunctionalTax { get; init; }
}
