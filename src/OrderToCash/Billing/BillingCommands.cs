using OrderToCash.Customers;
using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>Posts an invoice over what an order has delivered and not yet billed.</summary>
public sealed record BillOrder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The invoice's id; its number is taken inside the commit.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The date on the invoice; the terms count from it.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The day of the supply; it decides the rate.</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>The shipment that is billed, for the lines; none when several are.</summary>
    public ShipmentId Shipment { get; init; }

    /// <summary>What the document is: an invoice unless said, a partial (326), factored (393) or self-billed (389) one.</summary>
    public DocumentType Type
    {
        get => field.IsNone ? DocumentType.Invoice : field;
        init => field = value == DocumentType.Invoice ? default : value;
    }

    /// <summary>The buyer's number of a self-billed document; none for all others.</summary>
    public InvoiceNumber Number { get; init; }

    /// <summary>
    /// The prepayment invoices of the supply: what was received on them is deducted per rate; what was not, or is more than the
    /// supply, is credited first.
    /// </summary>
    public EquatableArray<InvoiceId> Prepayments { get; init; }

    /// <summary>How it is paid; none for the customer's usual way. Cash is rounded by the seller's steps.</summary>
    public PaymentMeansCode PaymentMeans { get; init; }

    /// <summary>True when somebody looked at what the check before posting would hold.</summary>
    public bool AcceptsHeld { get; init; }
}

/// <summary>Posts a credit note on an invoice and applies it to what is open there.</summary>
public sealed record CreditInvoice : Command
{
    /// <summary>Which invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The credit note's id; its number is taken inside the commit.</summary>
    public required InvoiceId CreditNote { get; init; }

    /// <summary>The date on the credit note.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>Why, as a code.</summary>
    public required CreditReason Reason { get; init; }

    /// <summary>Why, in words.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>What is credited; empty for everything that is left of the invoice.</summary>
    public EquatableArray<CreditRequest> Lines { get; init; }

    /// <summary>An amount with tax, taken off all that is left in proportion; null for lines or the whole.</summary>
    public Money? Gross { get; init; }

    /// <summary>The buyer's number for the credit note of a self-billed invoice; none for all others.</summary>
    public InvoiceNumber Number { get; init; }

    /// <summary>
    /// The bank's line that pays the credit back at once, below zero; null leaves it the customer's. So a prepayment goes back.
    /// </summary>
    public BankEntry? Refund { get; init; }

    /// <summary>True when the goods came back: the order records the return with the credit.</summary>
    public bool GoodsReturned { get; init; }
}
