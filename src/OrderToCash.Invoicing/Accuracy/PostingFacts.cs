namespace OrderToCash.Invoicing;

/// <summary>
/// What a draft is held against: order, delivery and price, the customer's agreement, and what was billed before.
/// </summary>
public sealed record PostingFacts
{
    /// <summary>The order lines it bills.</summary>
    public EquatableArray<OrderLineFact> Lines { get; init; }

    /// <summary>Invoices of the customer posted before.</summary>
    public EquatableArray<PriorInvoice> Before { get; init; }

    /// <summary>The payment terms agreed; none when they are not looked at.</summary>
    public PaymentTermsId AgreedTerms { get; init; }

    /// <summary>The payment terms that will be applied.</summary>
    public PaymentTermsId AppliedTerms { get; init; }

    /// <summary>The currency agreed; null when it is not looked at.</summary>
    public Currency? AgreedCurrency { get; init; }

    /// <summary>True when the customer pays only what cites an order number of his.</summary>
    public bool NeedsPurchaseOrder { get; init; }

    /// <summary>True when the customer is a business whose tax id belongs on the document.</summary>
    public bool NeedsBuyerTaxId { get; init; }
}
