namespace OrderToCash.Tax;

public sealed partial record WithholdingCertificate
{
    /// <summary>Notes that a customer withheld tax. Refuses <see cref="WithholdingErrors.AmountInvalid"/>.</summary>
    public static Result<Decision<WithholdingCertificate, WithholdingEvent>> Expect(
        WithholdingCertificateId id, WithholdingFacts facts, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Check() is { IsEmpty: false } findings)
            return Result.Failure<Decision<WithholdingCertificate, WithholdingEvent>>(findings);
        var first = new WithholdingExpected { Id = id, Facts = facts, By = by, At = at };
        return Decision.Born(From(first), (WithholdingEvent)first);
    }

    /// <summary>
    /// Takes a certificate in, for all or a part, also after it was given up. The same number again with the same amount is
    /// nothing new. Refuses <see cref="WithholdingErrors.NumberUsed"/>, <see cref="WithholdingErrors.PaperInvalid"/>,
    /// <see cref="WithholdingErrors.ExceedsExpected"/>.
    /// </summary>
    public Result<Decision<WithholdingCertificate, WithholdingEvent>> Receive(WithholdingPaper paper, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (string.IsNullOrWhiteSpace(paper.Number) || !paper.Amount.IsPositive || paper.Amount.Currency != Facts.Amount.Currency)
            return Refuse(WithholdingErrors.PaperInvalid.At("paper", ("number", paper.Number), ("amount", paper.Amount)));
        if (Papers.FindIndex(p => p.Number == paper.Number) is >= 0 and var known)
            return Papers[known] == paper
                ? Decision.Of<WithholdingCertificate, WithholdingEvent>(this, (s, e) => s.Apply(e))
                : Refuse(WithholdingErrors.NumberUsed.At("paper.number", ("number", paper.Number)));
        return paper.Amount > Missing
            ? Refuse(WithholdingErrors.ExceedsExpected.At("paper.amount", ("amount", paper.Amount), ("missing", Missing)))
            : Happened(new WithholdingReceived { Id = Id, Paper = paper, By = by, At = at });
    }

    /// <summary>
    /// Uses proven tax as an allowed deduction on a payment. Refuses <see cref="WithholdingErrors.NotProven"/>.
    /// </summary>
    public Result<Decision<WithholdingCertificate, WithholdingEvent>> Deduct(
        Money amount, PaymentId payment, Actor by, Instant at) =>
        amount.Currency == Facts.Amount.Currency && amount.IsPositive && amount <= Deductible
            ? Happened(new WithholdingDeducted { Id = Id, Amount = amount, Payment = payment, By = by, At = at })
            : Refuse(WithholdingErrors.NotProven.At("amount", ("amount", amount), ("deductible", Deductible)));

    /// <summary>
    /// Gives a deduction back, because its application was undone. Refuses <see cref="WithholdingErrors.NotDeducted"/>.
    /// </summary>
    public Result<Decision<WithholdingCertificate, WithholdingEvent>> UndoDeduction(
        Money amount, PaymentId payment, Actor by, Instant at) =>
        amount.Currency == Facts.Amount.Currency && amount.IsPositive && amount <= Deducted
            ? Happened(new WithholdingDeductionUndone { Id = Id, Amount = amount, Payment = payment, By = by, At = at })
            : Refuse(WithholdingErrors.NotDeducted.At("amount", ("amount", amount), ("deducted", Deducted)));

    /// <summary>
    /// Stops waiting for what is missing: the customer owes it. Nothing happens twice; refuses
    /// <see cref="WithholdingErrors.NothingMissing"/>, <see cref="WithholdingErrors.ReasonMissing"/>.
    /// </summary>
    public Result<Decision<WithholdingCertificate, WithholdingEvent>> GiveUp(string reason, Actor by, Instant at)
    {
        if (Status == WithholdingStatus.GivenUp)
            return Decision.Of<WithholdingCertificate, WithholdingEvent>(this, (s, e) => s.Apply(e));
        if (Missing.IsZero) return Refuse(WithholdingErrors.NothingMissing.With(("certificate", Id)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(WithholdingErrors.ReasonMissing.At("reason"))
            : Happened(new WithholdingGivenUp { Id = Id, Missing = Missing, Reason = reason, By = by, At = at });
    }

    private Result<Decision<WithholdingCertificate, WithholdingEvent>> Happened(WithholdingEvent e) =>
        Decision.Of(this, (s, x) => s.Apply(x), e);

    private static Result<Decision<WithholdingCertificate, WithholdingEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<WithholdingCertificate, WithholdingEvent>>(error);
}
