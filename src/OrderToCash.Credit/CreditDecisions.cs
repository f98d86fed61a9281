namespace OrderToCash.Credit;

public sealed partial record CreditAccount
{
    /// <summary>
    /// Begins an account with nothing in any bucket and no limit: until one is granted the policy's default holds.
    /// </summary>
    /// <exception cref="ArgumentException">The currency has no minor unit.</exception>
    public static Result<Decision<CreditAccount, CreditEvent>> Open(
        LegalEntityId legalEntity, CustomerId customer, Currency currency, Actor by, Instant at)
    {
        if (!currency.HasMinorUnit) throw new ArgumentException($"Amounts of {currency} have no grid.", nameof(currency));
        var opened = new CreditAccountOpened { LegalEntity = legalEntity, Customer = customer, By = by, At = at,
            Currency = currency };
        return Decision.Born<CreditAccount, CreditEvent>(From(opened), opened);
    }

    /// <summary>
    /// Grants a limit for its days. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.LimitEndsEarly"/>, <see cref="CreditErrors.LimitNeedsSecondPerson"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> GrantLimit(GrantedLimit limit, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.Limit.Amount is { } amount && amount.Currency != Currency)
            return Refused(CreditErrors.CurrencyMismatch.At("limit", ("amount", amount), ("currency", Currency)));
        if (limit.To is { } to && to < limit.From)
            return Refused(CreditErrors.LimitEndsEarly.At("to", ("to", to), ("from", limit.From)));
        return limit.ApprovedBy.IsNone || limit.ApprovedBy == by.Id
            ? Refused(CreditErrors.LimitNeedsSecondPerson.At("approvedBy"))
            : Happened(new LimitGranted { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Limit = limit });
    }

    /// <summary>Drops the reservations that have ended; when there is none nothing changes, without an event.</summary>
    public Result<Decision<CreditAccount, CreditEvent>> ExpireReservations(Actor by, Instant at) =>
        Expired(by, at) is { } expired ? Happened(expired) : Happened();

    /// <summary>
    /// The order is confirmed: what is reserved becomes ordered and does not end by itself any more. Refused:
    /// <see cref="CreditErrors.NoReservation"/>, <see cref="CreditErrors.ReservationExpired"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> ConfirmReservation(OrderId order, Actor by, Instant at)
    {
        if (Position(order) is not { Reserved.IsPositive: true } position)
            return Refused(CreditErrors.NoReservation.With(("order", order)));
        return position.HasExpired(at)
            ? Refused(CreditErrors.ReservationExpired.With(("order", order), ("until", position.ReservedUntil)))
            : Happened(new ReservationConfirmed
            {
                LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Order = order, Amount = position.Reserved,
            });
    }

    /// <summary>
    /// Goods left: ordered becomes delivered. What was not ordered (over-delivery, or no reservation) raises the exposure and is
    /// said so in the event; goods that are gone are never refused. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> RecordDelivered(OrderId order, Money amount, Actor by, Instant at)
    {
        if (CheckAmount(amount, "amount") is { } wrong) return Refused(wrong);
        var moved = Money.Min(amount, Position(order)?.Ordered ?? Nothing);
        return Happened(new ExposureDelivered
        {
            LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Order = order, FromOrdered = moved,
            Increase = amount - moved,
        });
    }

    /// <summary>
    /// An invoice is posted: what it covers leaves delivered first, then ordered, and its gross amount is receivable. Never
    /// refused for credit: what was delivered can always be invoiced. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>.
    /// </summary>
    /// <param name="order">The order; <c>default</c> for an invoice without one.</param>
    /// <param name="covered">What the invoice covers of what the order holds, zero or more; capped by it.</param>
    /// <param name="gross">What the invoice asks for, zero or more.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> RecordInvoiced(OrderId order, Money covered, Money gross, Actor by,
        Instant at)
    {
        if (CheckZeroOrMore(covered, "covered") is { } wrong) return Refused(wrong);
        if ((covered.IsZero ? CheckAmount(gross, "gross") : CheckZeroOrMore(gross, "gross")) is { } wrongGross)
            return Refused(wrongGross);
        var position = Position(order);
        var delivered = Money.Min(covered, position?.Delivered ?? Nothing);
        var ordered = Money.Min(covered - delivered, position?.Ordered ?? Nothing);
        return Happened(new ExposureInvoiced
        {
            LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
            Order = order, FromDelivered = delivered, FromOrdered = ordered, Gross = gross,
        });
    }

    /// <summary>
    /// A part of the order will not come: reserved is freed first, then ordered. Refused:
    /// <see cref="CreditErrors.NothingToCancel"/>, <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>, <see cref="CreditErrors.MoreThanOpen"/>.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="amount">How much; null for all that is reserved or ordered.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> CancelRemainder(OrderId order, Money? amount, Actor by, Instant at)
    {
        var position = Position(order);
        if (position is null || (position.Reserved + position.Ordered).IsZero)
            return Refused(CreditErrors.NothingToCancel.With(("order", order)));
        var open = position.Reserved + position.Ordered;
        var wanted = amount ?? open;
        if ((CheckAmount(wanted, "amount") ?? CheckBound(wanted, open, "reserved and ordered")) is { } wrong)
            return Refused(wrong);
        var reserved = Money.Min(wanted, position.Reserved);
        return Lift(order, reserved, wanted - reserved, Nothing, by, at);
    }

    /// <summary>
    /// Goods came back before they were invoiced. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>, <see cref="CreditErrors.MoreThanOpen"/>.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> RecordReturned(OrderId order, Money amount, Actor by, Instant at)
    {
        var wrong = CheckAmount(amount, "amount")
            ?? CheckBound(amount, Position(order)?.Delivered ?? Nothing, "delivered, not invoiced");
        return wrong is null ? Lift(order, Nothing, Nothing, amount, by, at) : Refused(wrong);
    }

    /// <summary>
    /// The order is over: whatever it still holds, rounding left-overs included, is freed. Nothing held: no event.
    /// </summary>
    public Result<Decision<CreditAccount, CreditEvent>> CloseOrder(OrderId order, Actor by, Instant at) =>
        Position(order) is { } position
        ? Lift(order, position.Reserved, position.Ordered, position.Delivered, by, at)
        : Happened();

    private Result<Decision<CreditAccount, CreditEvent>> Lift(
        OrderId order, Money reserved, Money ordered, Money delivered, Actor by, Instant at) => Happened(new ExposureLifted
        {
            LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
            Order = order, FromReserved = reserved, FromOrdered = ordered, FromDelivered = delivered,
        });

    private ReservationsExpired? Expired(Actor by, Instant at)
    {
        var orders = Positions.Where(p => p.HasExpired(at)).Select(p => p.Order).ToEquatableArray();
        return orders.IsEmpty ? null : new() { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
            Orders = orders };
    }

    private DomainError? CheckAmount(Money amount, string target) =>
        CheckZeroOrMore(amount, target) ?? (amount.IsZero ? CreditErrors.AmountNotPositive.At(target, ("amount", amount)) : null);

    private DomainError? CheckZeroOrMore(Money amount, string target)
    {
        if (amount.Currency != Currency)
            return CreditErrors.CurrencyMismatch.At(target, ("amount", amount), ("currency", Currency));
        return amount.IsNegative ? CreditErrors.AmountNotPositive.At(target, ("amount", amount)) : null;
    }

    private static DomainError? CheckBound(Money amount, Money open, string bucket) =>
        amount <= open ? null : CreditErrors.MoreThanOpen.At("amount", ("amount", amount), ("open", open), ("bucket", bucket));

    private Result<Decision<CreditAccount, CreditEvent>> Happened(params ReadOnlySpan<CreditEvent> events) =>
        Decision.Of(this, static (account, e) => account.Apply(e), events);

    private static Result<Decision<CreditAccount, CreditEvent>> Refused(DomainError error) =>
        Result.Failure<Decision<CreditAccount, CreditEvent>>(error);
}
