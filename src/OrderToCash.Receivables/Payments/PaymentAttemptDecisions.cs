namespace OrderToCash.Receivables;

public sealed partial record PaymentAttempt
{
    /// <summary>
    /// Starts an attempt. Finds all at once: <c>payment.id-missing</c>, <c>amount-not-positive</c>, <c>other-currency</c>,
    /// <c>shares-differ</c>, <c>payment-method.looks-like-card-number</c>.
    /// </summary>
    public static Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Start(PaymentAttemptFacts facts, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new List<DomainError>();
        if (facts.Attempt.IsNone || string.IsNullOrWhiteSpace(facts.Token)) findings.Add(PaymentErrors.IdMissing.At("attempt"));
        if (CardNumbers.IsIn(facts.Token)) findings.Add(PaymentMethodErrors.LooksLikeCardNumber.At("token"));
        if (!facts.Amount.IsPositive)
            findings.Add(PaymentErrors.AmountNotPositive.At("amount", ("amount", facts.Amount)));
        for (var i = 0; i < facts.Shares.Count; i++)
            if (facts.Shares[i].Amount is var share && share.Currency != facts.Amount.Currency)
                findings.Add(PaymentErrors.OtherCurrency.At($"shares[{i}]",
                    ("amount", share), ("expected", facts.Amount.Currency)));
            else if (!share.IsPositive)
                findings.Add(PaymentErrors.AmountNotPositive.At($"shares[{i}]", ("amount", share)));
        if (findings.Count == 0 && Money.Sum(facts.Shares.Select(s => s.Amount), facts.Amount.Currency) is var sum
            && sum > facts.Amount)
            findings.Add(PaymentErrors.SharesDiffer.At("shares", ("shares", sum), ("amount", facts.Amount)));
        if (findings.Count > 0) return Result.Failure<Decision<PaymentAttempt, PaymentAttemptEvent>>(findings);
        var started = new PaymentStarted { Attempt = facts.Attempt, By = by, At = at, Facts = facts };
        return Decision.Born<PaymentAttempt, PaymentAttemptEvent>(From(started), started);
    }

    /// <summary>
    /// Records what is about to be asked of the gateway, before it is called. The same key again changes nothing: the same call
    /// may be made again. Refuses, in this order: <c>payment.key-twice</c>, <c>unresolved</c>, <c>other-currency</c>,
    /// <c>amount-not-positive</c>, <c>wrong-status</c>, <c>capture-beyond-authorization</c>, <c>refund-beyond-capture</c>, and
    /// for another authorization after a decline <c>decline-final</c>, <c>retry-limit</c>, <c>retry-too-soon</c>.
    /// </summary>
    /// <param name="key">Our key of the operation: derived from the command, the same when it is given again.</param>
    /// <param name="operation">What.</param>
    /// <param name="amount">How much; null for all: the attempt's amount, all that is reserved, all that was taken.</param>
    /// <param name="retries">Which declines may be tried again.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Ask(
        string key, GatewayOperation operation, Money? amount, RetryPolicy retries, Actor by, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(retries);
        if (AnsweredKeys.Contains(key)) return Happened();
        var asked = amount ?? All(operation);
        if (Open is { } open)
            return open.Key != key
                ? Refuse(PaymentErrors.Unresolved.With(("operation", open.Operation), ("key", open.Key), ("attempt", Id)))
                : open.Operation == operation && (amount is null || open.Amount == asked)
                ? Happened()
                : Refuse(PaymentErrors.KeyTwice.At("key", ("key", key), ("attempt", Id)));
        if (asked.Currency != Facts.Amount.Currency)
            return Refuse(PaymentErrors.OtherCurrency.At("amount", ("amount", asked), ("expected", Facts.Amount.Currency)));
        if (Against(operation, asked, retries, at) is { } error) return Refuse(error);
        return asked.IsPositive
            ? Happened(new GatewayAsked { Attempt = Id, By = by, At = at, Key = key, Operation = operation, Amount = asked })
            : Refuse(PaymentErrors.AmountNotPositive.At("amount", ("amount", asked)));
    }

    /// <summary>
    /// Records the answer to a call, or to an enquiry. An answer that was recorded for good changes nothing; one that tells
    /// nothing new neither. Refuses <c>payment.key-unknown</c>, <c>payment.other-currency</c>,
    /// <c>capture-beyond-authorization</c> and
    /// <c>refund-beyond-capture</c> (more than asked).
    /// </summary>
    public Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Record(GatewayAnswer answer, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (AnsweredKeys.Contains(answer.Key)) return Happened();
        if (Open is not { } open || open.Key != answer.Key)
            return Refuse(PaymentErrors.KeyUnknown.At("key", ("attempt", Id), ("key", answer.Key)));
        if (answer.Amount is { } amount)
        {
            if (amount.Currency != open.Amount.Currency)
                return Refuse(PaymentErrors.OtherCurrency.At("amount",
                    ("amount", amount), ("expected", open.Amount.Currency)));
            if (amount > open.Amount)
                return Refuse(Beyond(open.Operation, amount, open.Amount));
            if (!amount.IsPositive) return Refuse(PaymentErrors.AmountNotPositive.At("amount", ("amount", amount)));
        }
        var answered = new GatewayAnswered { Attempt = Id, By = by, At = at, Answer = answer };
        return Apply(answered) == this ? Happened() : Happened(answered);
    }

    /// <summary>
    /// Takes a notice of the provider. One that was heard changes nothing; one that is older than what is known is heard and
    /// changes nothing else; money it took is believed even after a failure. Refuses <c>payment.other-currency</c>,
    /// <c>amount-not-positive</c>, <c>capture-beyond-authorization</c>, <c>refund-beyond-capture</c>: such a notice goes to a
    /// person.
    /// </summary>
    public Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Hear(GatewayNotice notice, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (Notices.Contains(notice.NoticeId)) return Happened();
        if (notice.Total.Currency != Facts.Amount.Currency)
            return Refuse(PaymentErrors.OtherCurrency.At("total",
                ("amount", notice.Total), ("expected", Facts.Amount.Currency)));
        if (notice.Total.IsNegative)
            return Refuse(PaymentErrors.AmountNotPositive.At("total", ("amount", notice.Total)));
        if (notice.Outcome != GatewayOutcome.Declined && notice.Total > Facts.Amount)
            return Refuse(Beyond(notice.Operation, notice.Total, Facts.Amount));
        return Happened(new GatewayNoticed { Attempt = Id, By = by, At = at, Notice = notice });
    }

    /// <summary>What a decision took that was not taken before: what is to be posted as a receipt; zero for nothing.</summary>
    public Money TakenSince(PaymentAttempt before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Captured - before.Captured;
    }

    private Money All(GatewayOperation operation) => operation switch
    {
        GatewayOperation.Authorize => Facts.Amount,
        GatewayOperation.Refund => Refundable,
        _ => Capturable,
    };

    private DomainError? Against(GatewayOperation operation, Money asked, RetryPolicy retries, Instant at) => operation switch
    {
        GatewayOperation.Authorize when Authorized.IsPositive || IsVoided => NotNow(operation),
        GatewayOperation.Authorize when asked > Facts.Amount => Beyond(GatewayOperation.Capture, asked, Facts.Amount),
        GatewayOperation.Authorize => Again(retries, at),
        GatewayOperation.Capture when !Capturable.IsPositive && Authorized.IsZero => NotNow(operation),
        GatewayOperation.Capture => asked > Capturable ? Beyond(operation, asked, Capturable) : null,
        GatewayOperation.Void => Capturable.IsPositive && Captured.IsZero && asked == Capturable ? null : NotNow(operation),
        _ when Captured.IsZero => NotNow(operation),
        _ => asked > Refundable ? Beyond(operation, asked, Refundable) : null,
    };

    private DomainError? Again(RetryPolicy retries, Instant at)
    {
        if (!retries.NextTry(Declines, at).TryGet(out var from, out var errors)) return errors[0];
        return from > at ? PaymentErrors.RetryTooSoon.With(("from", from)) : null;
    }

    private DomainError NotNow(GatewayOperation operation) =>
        PaymentErrors.WrongStatus.With(("operation", operation), ("attempt", Id), ("status", Status));

    private static DomainError Beyond(GatewayOperation operation, Money amount, Money left) =>
        (operation == GatewayOperation.Refund ? PaymentErrors.RefundBeyondCapture : PaymentErrors.CaptureBeyondAuthorization)
        .At("amount", ("amount", amount), ("left", left));

    private static Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<PaymentAttempt, PaymentAttemptEvent>>(error);

    private Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Happened(params ReadOnlySpan<PaymentAttemptEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
