namespace OrderToCash.Receivables;

public sealed partial record CustomerPaymentMethods
{
    /// <summary>
    /// Adds a way to pay, used last. Nothing happens when it is there. Finds all at once: <c>payment-method.token-missing</c>,
    /// <c>looks-like-card-number</c> (token and label), <c>exists</c>.
    /// </summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Add(StoredPaymentMethod method, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(method);
        var findings = new List<DomainError>();
        if (method.Id.IsNone || string.IsNullOrWhiteSpace(method.Token))
            findings.Add(PaymentMethodErrors.TokenMissing.At("token"));
        if (CardNumbers.IsIn(method.Token)) findings.Add(PaymentMethodErrors.LooksLikeCardNumber.At("token"));
        if (CardNumbers.IsIn(method.Label)) findings.Add(PaymentMethodErrors.LooksLikeCardNumber.At("label"));
        if (CardNumbers.IsIn(method.Id.Value)) findings.Add(PaymentMethodErrors.LooksLikeCardNumber.At("id"));
        var fresh = method with { FailuresInARow = 0, BlockedBecause = "", EndedBecause = "" };
        if (Method(method.Id) is { } known)
        {
            if ((known with { FailuresInARow = 0, BlockedBecause = "" }) == fresh && findings.Count == 0) return Happened();
            findings.Add(PaymentMethodErrors.Exists.At("id", ("method", method.Id)));
        }
        return findings.Count > 0
            ? Result.Failure<Decision<CustomerPaymentMethods, PaymentMethodEvent>>(findings)
            : Happened(new PaymentMethodAdded { Customer = Customer, By = by, At = at, Method = fresh });
    }

    /// <summary>Removes a way to pay; nothing happens when it is not there.</summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Remove(PaymentMethodId method, Actor by, Instant at) =>
        Method(method) is null
            ? Happened()
            : Happened(new PaymentMethodRemoved { Customer = Customer, By = by, At = at, Method = method });

    /// <summary>
    /// Sets the order of preference; nothing happens when it is so. Refuses <c>payment-method.order-differs</c>.
    /// </summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Prefer(
        EquatableArray<PaymentMethodId> order, Actor by, Instant at)
    {
        var now = Methods.Select(m => m.Id).ToEquatableArray();
        if (order == now) return Happened();
        return order.Order().SequenceEqual(now.Order())
            ? Happened(new PaymentMethodsOrdered { Customer = Customer, By = by, At = at, Order = order })
            : Refuse(PaymentMethodErrors.OrderDiffers.At("order", ("count", Methods.Count)));
    }

    /// <summary>
    /// Stops automatic takings; nothing happens when they are stopped. Refuses <c>payment-method.unknown</c>,
    /// <c>payment-method.reason-missing</c>.
    /// </summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Block(
        PaymentMethodId method, string reason, Actor by, Instant at)
    {
        if (Method(method) is not { } known) return Refuse(NotThere(method));
        if (known.IsBlocked) return Happened();
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(PaymentMethodErrors.ReasonMissing.At("reason", ("method", method)))
            : Happened(new PaymentMethodBlocked { Customer = Customer, By = by, At = at, Method = method, Reason = reason });
    }

    /// <summary>
    /// Allows automatic takings again; nothing happens when they are allowed. Refuses <c>payment-method.unknown</c>,
    /// <c>payment-method.ended</c>.
    /// </summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Unblock(PaymentMethodId method, Actor by, Instant at) =>
        Method(method) is not { } known ? Refuse(NotThere(method))
        : known.IsEnded
        ? Refuse(PaymentMethodErrors.Ended.At("method", ("method", method), ("because", known.EndedBecause)))
        : known.IsBlocked ? Happened(new PaymentMethodUnblocked { Customer = Customer, By = by, At = at, Method = method })
        : Happened();

    /// <summary>
    /// Records what became of a taking; so many failures in a row block it. Refuses <c>payment-method.unknown</c>.
    /// </summary>
    /// <param name="method">Which.</param>
    /// <param name="isFailed">True when it failed, or the money went back.</param>
    /// <param name="blockAfter">How many failures in a row block it; 0 for no number.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> RecordUse(
        PaymentMethodId method, bool isFailed, int blockAfter, Actor by, Instant at)
    {
        if (Method(method) is not { } known) return Refuse(NotThere(method));
        if (!isFailed && known.FailuresInARow == 0) return Happened();
        var used = new PaymentMethodUsed { Customer = Customer, By = by, At = at, Method = method, IsFailed = isFailed };
        return isFailed && !known.IsBlocked && blockAfter > 0 && known.FailuresInARow + 1 >= blockAfter
            ? Happened(used, new PaymentMethodBlocked
            {
                Customer = Customer, By = by, At = at, Method = method, Reason = "takings failed in a row",
            })
            : Happened(used);
    }

    /// <summary>
    /// Records what a failed taking means: counted, blocked, or gone for good; nothing happens when that is known already, or it
    /// means nothing. Refuses <c>payment-method.unknown</c>, <c>payment-method.reason-missing</c>.
    /// </summary>
    /// <param name="method">Which.</param>
    /// <param name="consequence">What it means.</param>
    /// <param name="reason">Why: the bank's or network's code, and what it says.</param>
    /// <param name="blockAfter">How many failures in a row block it; 0 for no number.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Suffer(PaymentMethodId method,
        PaymentMethodConsequence consequence, string reason, int blockAfter, Actor by, Instant at)
    {
        if (Method(method) is not { } known) return Refuse(NotThere(method));
        if (known.IsEnded || consequence == PaymentMethodConsequence.None) return Happened();
        if (consequence == PaymentMethodConsequence.Counted) return RecordUse(method, true, blockAfter, by, at);
        if (string.IsNullOrWhiteSpace(reason))
            return Refuse(PaymentMethodErrors.ReasonMissing.At("reason", ("method", method)));
        var used = new PaymentMethodUsed { Customer = Customer, By = by, At = at, Method = method, IsFailed = true };
        return consequence == PaymentMethodConsequence.Ended
            ? Happened(used, new PaymentMethodEnded { Customer = Customer, By = by, At = at, Method = method, Reason = reason })
            : known.IsBlocked ? Happened(used)
            : Happened(used,
                new PaymentMethodBlocked { Customer = Customer, By = by, At = at, Method = method, Reason = reason });
    }

    /// <summary>Says whether credit is left alone; nothing happens when it is so.</summary>
    public Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> ChooseCreditUse(bool isKept, Actor by, Instant at) =>
        isKept == KeepsCredit
            ? Happened()
            : Happened(new CreditUseChosen { Customer = Customer, By = by, At = at, IsKept = isKept });

    private DomainError NotThere(PaymentMethodId method) =>
        PaymentMethodErrors.Unknown.At("method", ("customer", Customer), ("method", method));

    private static Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<CustomerPaymentMethods, PaymentMethodEvent>>(error);

    private Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Happened(
        params ReadOnlySpan<PaymentMethodEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
