namespace OrderToCash;

/// <summary>
/// The documents that share something a second copy would share with the first: order number and amount, a shipment, all their
/// lines. How a supply that would be billed twice is recognised, also by two clerks at the same moment.
/// </summary>
public sealed record BilledReferences
{
    /// <summary>The documents, oldest first.</summary>
    public EquatableArray<InvoiceId> Invoices { get; init; }

    /// <summary>The references after one more document.</summary>
    public BilledReferences Apply(BilledReferenceUsed used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return this with { Invoices = Invoices.Add(used.Invoice) };
    }
}

/// <summary>A document with this reference was posted.</summary>
public sealed record BilledReferenceUsed
{
    /// <summary>The document.</summary>
    public required InvoiceId Invoice { get; init; }
}
