namespace OrderToCash.Invoicing;

/// <summary>What a draft made from a document needs to be found in the books.</summary>
public sealed record DraftKeys
{
    /// <summary>The id of the draft.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>Who invoices, in the books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes, in the books.</summary>
    public required CustomerId Customer { get; init; }
}
