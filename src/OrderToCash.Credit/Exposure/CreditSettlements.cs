namespace OrderToCash.Credit;

public sealed partial record CreditAccount
{
    /// <summary>
    /// The customer owes more without an order: a fee, interest, an opening balance, a chargeback. Refused:
    /// <see cref="CreditErrors.CurrencyMismatch"/>, <see cref="CreditErrors.AmountNotPositive"/>,
    /// <see cref="CreditErrors.ReasonMissing"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> RaiseReceivable(Money amount, string reason, Actor by, Instant at)
    {
        if (CheckAmount(amount, "amount") is { } wrong) return Refused(wrong);
        return string.IsNullOrWhiteSpace(reason)
            ? Refused(CreditErrors.ReasonMissing.At("reason"))
            : Happened(new ReceivableRaised { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Amount = amount,
                Reason = reason });
    }

    /// <summary>
    /// Something owed is settled. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>, <see cref="CreditErrors.MoreThanOpen"/> when more is settled than is owed,
    /// or taken from unapplied credit than is there or is settled.
    /// </summary>
    /// <param name="amount">How much less is owed: cash, discount and write-off together.</param>
    /// <param name="fromUnapplied">How much of it was unapplied credit before; zero for cash that settles as it comes in.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> RecordSettled(Money amount, Money fromUnapplied, Actor by, Instant at)
    {
        var wrong = CheckAmount(amount, "amount") ?? CheckZeroOrMore(fromUnapplied, "fromUnapplied")
            ?? CheckBound(amount, OpenReceivable, "open receivable")
            ?? CheckBound(fromUnapplied, Money.Min(amount, UnappliedCredit), "unapplied credit");
        return wrong is not null
            ? Refused(wrong)
            : Happened(new ReceivableSettled
            {
                LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Amount = amount, FromUnapplied = fromUnapplied,
            });
    }

    /// <summary>
    /// A settlement is taken back: a returned payment raises the exposure again; an application undone gives its money back to
    /// the unapplied credit. Refused: <see cref="CreditErrors.CurrencyMismatch"/>, <see cref="CreditErrors.AmountNotPositive"/>,
    /// <see cref="CreditErrors.MoreThanOpen"/> when more becomes unapplied than is taken back.
    /// </summary>
    /// <param name="amount">How much is owed again.</param>
    /// <param name="toUnapplied">How much of it is unapplied credit again; zero for a returned payment.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> ReverseSettlement(Money amount, Money toUnapplied, Actor by, Instant at)
    {
        var wrong = CheckAmount(amount, "amount") ?? CheckZeroOrMore(toUnapplied, "toUnapplied")
            ?? CheckBound(toUnapplied, amount, "the settlement");
        return wrong is not null
            ? Refused(wrong)
            : Happened(new SettlementReversed
            {
                LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Amount = amount, ToUnapplied = toUnapplied,
            });
    }

    /// <summary>
    /// Money on account or a credit note: the exposure falls. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> ReceiveUnapplied(Money amount, Actor by, Instant at) =>
        CheckAmount(amount, "amount") is { } wrong
            ? Refused(wrong)
            : Happened(new UnappliedCreditReceived { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
                Amount = amount });

    /// <summary>
    /// Unapplied credit goes back: a refund, or money on account that bounced. Refused:
    /// <see cref="CreditErrors.CurrencyMismatch"/>, <see cref="CreditErrors.AmountNotPositive"/>,
    /// <see cref="CreditErrors.MoreThanOpen"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> WithdrawUnapplied(Money amount, Actor by, Instant at) =>
        (CheckAmount(amount, "amount") ?? CheckBound(amount, UnappliedCredit, "unapplied credit")) is { } wrong
            ? Refused(wrong)
            : Happened(new UnappliedCreditWithdrawn { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
                Amount = amount });
}
