namespace OrderToCash.Invoicing;

/// <summary>Money received on a prepayment invoice.</summary>
public sealed record PrepaymentReceipt
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>How much of it is for this document, tax included; above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day it came in: the tax point of its shares.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>
    /// The bases and taxes in it, in proportion to what was not received yet, by largest remainder; all receipts together are the
    /// document's breakdown.
    /// </summary>
    public required EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>
    /// The day the bank took the money back; null while we have it. What the receipt still counts is then owed by the customer.
    /// </summary>
    public LocalDate? ReturnedOn { get; init; }
}
