namespace OrderToCash.Invoicing;

/// <summary>A document on which journal and ledger differ.</summary>
public sealed record TaxTieDifference
{
    /// <summary>The document's number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The category; none when the ledger does not tell categories apart.</summary>
    public TaxCategory Category { get; init; }

    /// <summary>True for the functional amounts, false for the documents'.</summary>
    public required bool IsFunctional { get; init; }

    /// <summary>The tax of the journal; zero when the document is not in it.</summary>
    public required Money Journal { get; init; }

    /// <summary>The tax of the ledger; zero when the document is not in it.</summary>
    public required Money Ledger { get; init; }
}
