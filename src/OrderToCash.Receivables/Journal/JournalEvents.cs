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

    /// <summary>Money on account became another customer's.</summary>
    public const string PaymentTransferred = "PaymentTransferred";

    /// <summary>A customer's credit paid back.</summary>
    public const string RefundPaid = "RefundPaid";

    /// <summary>A small credit of a customer released.</summary>
    public const string CreditWrittenOff = "CreditWrittenOff";

    /// <summary>A small rest of a receivable given up on its own.</summary>
    public const string DifferenceWrittenOff = "DifferenceWrittenOff";

    /// <summary>What the bank charges for itself.</summary>
    public const string BankChargeBooked = "BankChargeBooked";

    /// <summary>An invoice less the deposits received and taxed before.</summary>
    public const string FinalInvoiceIssued = "FinalInvoiceIssued";

    /// <summary>An unconditional right to money before delivery: a receivable against a contract liability.</summary>
    public const string AdvanceInvoiceDue = "AdvanceInvoiceDue";

    /// <summary>Money for what will be delivered later, with the tax contained.</summary>
    public const string DepositReceived = "DepositReceived";

    /// <summary>A deposit that a final invoice took off is a deposit again: the invoice was credited as a whole.</summary>
    public const string DepositReleased = "DepositReleased";

    /// <summary>A deposit settles what is owed.</summary>
    public const string DepositApplied = "DepositApplied";

    /// <summary>What we owe the same party settles what it owes.</summary>
    public const string SetOff = "SetOff";

    /// <summary>What a customer kept back becomes an item of its own.</summary>
    public const string DeductionOpened = "DeductionOpened";

    /// <summary>Card money was taken back from us, with a fee.</summary>
    public const string ChargebackReceived = "ChargebackReceived";

    /// <summary>Money of a chargeback came back to us.</summary>
    public const string ChargebackReversed = "ChargebackReversed";

    /// <summary>A fee or compensation for late payment.</summary>
    public const string LateFeeCharged = "LateFeeCharged";

    /// <summary>Interest for late payment or by agreement.</summary>
    public const string InterestCharged = "InterestCharged";

    /// <summary>Interest or a fee given up.</summary>
    public const string InterestWaived = "InterestWaived";

    /// <summary>What was open when the books began.</summary>
    public const string OpeningBalance = "OpeningBalance";

    /// <summary>A debt that will not be paid.</summary>
    public const string BadDebtWrittenOff = "BadDebtWrittenOff";

    /// <summary>A debt written off is open again.</summary>
    public const string BadDebtReinstated = "BadDebtReinstated";

    /// <summary>Money on a debt that was written off.</summary>
    public const string BadDebtRecovered = "BadDebtRecovered";

    /// <summary>The allowance for bad debts brought to what is expected.</summary>
    public const string AllowanceAdjusted = "AllowanceAdjusted";

    /// <summary>Open foreign items at closing rates.</summary>
    public const string FxRevalued = "FxRevalued";

    /// <summary>A revaluation taken back.</summary>
    public const string FxRevaluationReversed = "FxRevaluationReversed";

    /// <summary>Interest on money received early.</summary>
    public const string InterestAccrued = "InterestAccrued";

    /// <summary>A contract liability became revenue, or revenue came before the right to invoice.</summary>
    public const string RevenueRecognised = "RevenueRecognised";

    /// <summary>A payment service provider paid out: bank, fees and reserve against its account.</summary>
    public const string PayoutReceived = "PayoutReceived";

    /// <summary>Another entry taken back by its mirror.</summary>
    public const string EntryReversed = "EntryReversed";

    /// <summary>Receivables went to a factor and left the books.</summary>
    public const string ReceivablesFactored = "ReceivablesFactored";

    /// <summary>A factor paid his advance out, less fee and interest.</summary>
    public const string FactoringFunded = "FactoringFunded";

    /// <summary>Money of a debtor went on to the factor who owns the receivable.</summary>
    public const string FactoredMoneyPassedOn = "FactoredMoneyPassedOn";

    /// <summary>Money between a factor and us: a reserve released, an advance paid back.</summary>
    public const string FactorSettled = "FactorSettled";

    /// <summary>A receivable came back from a factor.</summary>
    public const string FactoredReturned = "FactoredReturned";

    /// <summary>The liability for rebates brought to what is expected to be earned.</summary>
    public const string RebateAccrued = "RebateAccrued";
}
