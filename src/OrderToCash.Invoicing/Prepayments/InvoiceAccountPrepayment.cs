namespace OrderToCash.Invoicing;

public sealed partial record InvoiceAccount
{
    /// <summary>
    /// Records money received on a prepayment invoice, with the tax that falls due on it. The same receipt a second time is a
    /// decision without events. Refused with <see cref="InvoiceErrors.NotPrepayment"/>,
    /// <see cref="InvoiceErrors.ReceiptUnknown"/>, <see cref="InvoiceErrors.ReceiptMismatch"/>.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="amount">How much of it is for this document.</param>
    /// <param name="receivedOn">The day it came in.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Receive(
        PaymentId payment, Money amount, LocalDate receivedOn, Actor by, Instant at)
    {
        if (Invoice.Type != DocumentType.Prepayment) return NoPrepayment();
        if (ReceiptOf(payment) is { } known)
            return known.Amount == amount && known.ReceivedOn == receivedOn
                ? Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold)
                : ReceiptUnknown(payment, amount);
        var open = RemainingGross - Received;
        if (amount.Currency != Invoice.Currency || !amount.IsPositive || amount > open)
            return Refuse(InvoiceErrors.ReceiptMismatch.With(("amount", amount), ("number", Invoice.Number), ("left", open)));
        var receipt = new PrepaymentReceipt
        {
            Payment = payment, Amount = amount, ReceivedOn = receivedOn, TaxShares = SharesOf(amount, open, receivedOn),
        };
        return Decision.Of<InvoiceAccount, InvoiceEvent>(
            this, Fold, new PrepaymentReceived { InvoiceId = Id, Receipt = receipt, By = by, At = at });
    }

    /// <summary>
    /// Records that money received on a prepayment invoice went back. Refused with <see cref="InvoiceErrors.NotPrepayment"/>,
    /// <see cref="InvoiceErrors.ReceiptUnknown"/>, <see cref="InvoiceErrors.PrepaymentDeducted"/>.
    /// </summary>
    /// <param name="payment">The payment as recorded.</param>
    /// <param name="returnedOn">The day it went back.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Return(PaymentId payment, LocalDate returnedOn, Actor by, Instant at) =>
        Return(payment, returnedOn, [], by, at);

    /// <summary>
    /// The same where some of the money is gone already: given back by a credit note, or deducted by a final invoice. That part
    /// stays received, for the customer owes it now; the rest waits for money again. Refused also with
    /// <see cref="InvoiceErrors.ReceiptMismatch"/> when more is owed than came in, or less than was given back and no other
    /// receipt covers; a prepayment that was deducted must be owed as a whole.
    /// </summary>
    /// <param name="payment">The payment as recorded.</param>
    /// <param name="returnedOn">The day it went back.</param>
    /// <param name="owed">The bases and taxes of what is owed; empty for nothing.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Return(
        PaymentId payment, LocalDate returnedOn, EquatableArray<TaxShare> owed, Actor by, Instant at)
    {
        if (Invoice.Type != DocumentType.Prepayment) return NoPrepayment();
        if (ReceiptOf(payment) is not { ReturnedOn: null } receipt) return ReceiptUnknown(payment, Money.Zero(Invoice.Currency));
        var amount = Money.Zero(Invoice.Currency);
        foreach (var share in owed)
            if (share.Base.Currency == amount.Currency && share.Tax.Currency == amount.Currency) amount += share.Gross;
            else return Refuse(InvoiceErrors.OtherCurrency.With(("amount", share.Base), ("currency", amount.Currency)));
        // Money that was given back came from somewhere: what the other receipts do not cover is owed.
        var least = Money.Max(receipt.Amount - Received, Money.Zero(Invoice.Currency));
        if (amount > receipt.Amount || amount.IsNegative || (Deducted is null && amount < least))
            return Refuse(InvoiceErrors.ReceiptMismatch.With(
                ("amount", amount), ("number", Invoice.Number), ("left", amount < least ? least : receipt.Amount)));
        if (Deducted is { } final && amount != receipt.Amount) return IsDeducted(final);
        return Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold, new PrepaymentReturned
        {
            InvoiceId = Id, Payment = payment, ReturnedOn = returnedOn, Owed = amount.IsZero ? [] : owed, By = by, At = at,
        });
    }

    /// <summary>
    /// Records that a final invoice deducts what is left of this prepayment invoice. Repeated for the same final invoice it is a
    /// decision without events. Refused with <see cref="InvoiceErrors.NotPrepayment"/>,
    /// <see cref="InvoiceErrors.PrepaymentDeducted"/>, <see cref="InvoiceErrors.PrepaymentUnpaid"/>,
    /// <see cref="InvoiceErrors.NotDeducted"/>.
    /// </summary>
    /// <param name="final">The posted final invoice, made by <see cref="DraftInvoice.Deduct"/>.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> DeductIn(Invoice final, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(final);
        if (Invoice.Type != DocumentType.Prepayment) return NoPrepayment();
        var cited = CitedInvoice.Of(final);
        if (Deducted is { } known)
            return known == cited ? Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold) : IsDeducted(known);
        if (RemainingGross > Received)
            return Refuse(InvoiceErrors.PrepaymentUnpaid.With(
                ("unpaid", RemainingGross - Received), ("number", Invoice.Number)));
        if (!Deducts(final))
            return Refuse(InvoiceErrors.NotDeducted.With(("final", final.Number), ("number", Invoice.Number)));
        return Decision.Of<InvoiceAccount, InvoiceEvent>(
            this, Fold, new PrepaymentDeducted { InvoiceId = Id, Final = cited, By = by, At = at });
    }

    /// <summary>
    /// Records that the final invoice was credited as a whole, so that this prepayment can be credited or deducted again. Without
    /// a deduction it is a decision without events. Refused with <see cref="InvoiceErrors.NotCancelled"/>,
    /// <see cref="InvoiceErrors.PrepaymentDeducted"/>.
    /// </summary>
    /// <param name="final">The final invoice and its credits.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Release(InvoiceAccount final, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(final);
        if (Deducted is not { } deducted) return Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold);
        if (deducted != CitedInvoice.Of(final.Invoice)) return IsDeducted(deducted);
        if (!final.IsFullyCredited)
            return Refuse(InvoiceErrors.NotCancelled.With(
                ("number", final.Invoice.Number), ("left", final.RemainingGross)));
        return Decision.Of<InvoiceAccount, InvoiceEvent>(
            this, Fold, new PrepaymentReleased { InvoiceId = Id, Final = deducted, By = by, At = at });
    }

    private bool Deducts(Invoice final)
    {
        var left = CreditShares.Left(this).Where(s => !s.Base.IsZero || !s.Tax.IsZero);
        EquatableArray<TaxShare> deducted = default;
        foreach (var line in final.Lines)
            if (line.Prepayment is { } prepayment && prepayment.Cited.Number == Invoice.Number)
                deducted = CreditShares.Add(deducted, [new()
                {
                    Category = line.Tax.Category, Rate = line.Tax.Rate, Base = -line.Net, Tax = -prepayment.Tax,
                    TaxPoint = Invoice.TaxPoint,
                }]);
        return left.Select(s => (s.Category, s.Rate, s.Base, s.Tax))
            .SequenceEqual(deducted.Select(s => (s.Category, s.Rate, s.Base, s.Tax)));
    }

    // What is left to receive is split like it stands; the last receipt takes the rest.
    private EquatableArray<TaxShare> SharesOf(Money amount, Money open, LocalDate receivedOn)
    {
        var left = CreditShares.Subtract(CreditShares.Left(this), ReceivedShares);
        var weights = new long[left.Count * 2];
        for (var i = 0; i < left.Count; i++)
            (weights[2 * i], weights[2 * i + 1]) = (left[i].Base.MinorUnits, left[i].Tax.MinorUnits);
        var parts = amount == open ? weights : LargestRemainder.Share(weights, amount.MinorUnits);
        return left.Select((s, i) => s with
        {
            Base = Money.FromMinorUnits(parts[2 * i], amount.Currency),
            Tax = Money.FromMinorUnits(parts[2 * i + 1], amount.Currency),
            TaxPoint = receivedOn,
        }).ToEquatableArray();
    }

    private PrepaymentReceipt? ReceiptOf(PaymentId payment)
    {
        foreach (var receipt in Receipts)
            if (receipt.Payment == payment) return receipt;
        return null;
    }

    private Result<Decision<InvoiceAccount, InvoiceEvent>> NoPrepayment() =>
        Refuse(InvoiceErrors.NotPrepayment.With(("number", Invoice.Number)));

    private Result<Decision<InvoiceAccount, InvoiceEvent>> IsDeducted(CitedInvoice final) =>
        Refuse(InvoiceErrors.PrepaymentDeducted.With(("number", Invoice.Number), ("final", final.Number)));

    private Result<Decision<InvoiceAccount, InvoiceEvent>> ReceiptUnknown(PaymentId payment, Money amount) =>
        Refuse(InvoiceErrors.ReceiptUnknown.With(("payment", payment), ("amount", amount), ("number", Invoice.Number)));

    private static Result<Decision<InvoiceAccount, InvoiceEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(error);
}
