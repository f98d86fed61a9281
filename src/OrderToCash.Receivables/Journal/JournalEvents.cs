namespace OrderToCash.Receivables;

/// <summary>The labels of the entries this package posts.</summary>
public static class JournalEvents
{
    /// <summary>A receivable against revenue and tax.</summary>
    public const string InvoiceIssued = "InvoiceIssued";

    /// <summary>Revenue and tax back, against a credit of the customer or an open item.</summary>
    public const string CreditNoteIssued = "CreditNoteIssued";

    /// <summary>Money in, not yet applied.</summary>
    public const string PaymentReceived = "PaymentReceived";

    /// <summary>A credit settles what is owed.</summary>
    public const string PaymentApplied = "PaymentApplied";

    /// <summary>A credit settles what is owed, and an early-payment discount closes the rest.</summary>
    public const string PaymentAppliedWithDiscount = "PaymentAppliedWithDiscount";

    /// <summary>A credit settles what is owed, and a small difference is given up.</summary>
    public const string PaymentAppliedWithWriteOff = "PaymentAppliedWithWriteOff";

    /// <summary>One application taken back.</summary>
    public const string PaymentUnapplied = "PaymentUnapplied";

    /// <summary>Money that came in went back: a bounce, a returned collection.</summary>
    public const string PaymentReturned = "PaymentReturned";

    /// <summary>A customer's credit paid back.</summary>
    public const string RefundPaid = "RefundPaid";

    /// <summary>A small credit of a customer released.</summary>
    public const string CreditWrittenOff = "CreditWrittenOff";

    /// <summary>A small rest of a receivable given up on its own.</summary>
    public const string DifferenceWrittenOff = "DifferenceWrittenOff";

    /// <summary>What the bank charges for itself.</summary>
    public const string BankChargeBooked = "BankChargeBooked";
}
