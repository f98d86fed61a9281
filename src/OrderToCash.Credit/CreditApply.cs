namespace OrderToCash.Credit;

public sealed partial record CreditAccount
{
    /// <summary>The account that its first event makes.</summary>
    public static CreditAccount From(CreditAccountOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            LegalEntity = opened.LegalEntity, Customer = opened.Customer, Currency = opened.Currency, Version = 1,
            OpenReceivable = Money.Zero(opened.Currency), UnappliedCredit = Money.Zero(opened.Currency),
        };
    }

    /// <summary>The account after an event. The only way it changes; O(open orders).</summary>
    /// <exception cref="ArgumentException">The event is about another account, opens it a second time, or is unknown.</exception>
    public CreditAccount Apply(CreditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.LegalEntity != LegalEntity || happened.Customer != Customer)
            throw new ArgumentException($"An event of {happened.LegalEntity}/{happened.Customer} is not of {Customer}.",
                nameof(happened));
        var next = happened switch
        {
            LimitGranted e => this with { Limits = Limits.Add(e.Limit) },
            CreditReserved e => Reserved(e),
            CreditWithheld => this,
            CreditReleased e => Released(e.Release),
            ReservationsExpired e => e.Orders.Aggregate(this, (account, order) =>
                account.With(order, p => p with { Reserved = account.Nothing, ReservedUntil = null })),
            ReservationConfirmed e => With(e.Order, p => p with
            {
                Reserved = p.Reserved - e.Amount, ReservedUntil = null, Ordered = p.Ordered + e.Amount,
                ConfirmedRevision = p.Revision,
            }),
            ExposureDelivered e => With(e.Order, p => p with
            {
                Ordered = p.Ordered - e.FromOrdered, Delivered = p.Delivered + e.FromOrdered + e.Increase,
            }),
            ExposureInvoiced e => Invoiced(e),
            ExposureLifted e => Lifted(e),
            ReceivableRaised e => this with { OpenReceivable = OpenReceivable + e.Amount },
            ReceivableSettled e => this with
            {
                OpenReceivable = OpenReceivable - e.Amount, UnappliedCredit = UnappliedCredit - e.FromUnapplied,
            },
            SettlementReversed e => this with
            {
                OpenReceivable = OpenReceivable + e.Amount, UnappliedCredit = UnappliedCredit + e.ToUnapplied,
            },
            UnappliedCreditReceived e => this with { UnappliedCredit = UnappliedCredit + e.Amount },
            UnappliedCreditWithdrawn e => this with { UnappliedCredit = UnappliedCredit - e.Amount },
            _ => throw new ArgumentException($"A credit account does not know {happened.GetType().Name} here.", nameof(happened)),
        };
        return next with { Version = Version + 1 };
    }

    private Money Nothing => Money.Zero(Currency);

    private CreditAccount Reserved(CreditReserved e)
    {
        var reserved = With(e.Decision.Order, p => p with
        {
            Reserved = p.Reserved + e.Decision.Amount, ReservedUntil = e.Until, Revision = e.Decision.Revision,
        });
        return e.Decision.Release is null ? reserved : reserved.WithoutRelease(e.Decision.Order);
    }

    private CreditAccount Released(CreditRelease release)
    {
        var others = WithoutRelease(release.Order);
        return others with { Releases = others.Releases.Add(release) };
    }

    private CreditAccount Invoiced(ExposureInvoiced e)
    {
        var invoiced = this with { OpenReceivable = OpenReceivable + e.Gross };
        return e.FromDelivered.IsZero && e.FromOrdered.IsZero
            ? invoiced
            : invoiced.With(e.Order, p => p with { Delivered = p.Delivered - e.FromDelivered,
                Ordered = p.Ordered - e.FromOrdered });
    }

    private CreditAccount Lifted(ExposureLifted e) => With(e.Order, p => p with
    {
        Reserved = p.Reserved - e.FromReserved,
        ReservedUntil = p.Reserved == e.FromReserved ? null : p.ReservedUntil,
        Ordered = p.Ordered - e.FromOrdered,
        Delivered = p.Delivered - e.FromDelivered,
    });

    private CreditAccount WithoutRelease(OrderId order) =>
        this with { Releases = Releases.Where(r => r.Order != order).ToEquatableArray() };

    // The order's position changed; a new one starts empty, an empty one goes.
    private CreditAccount With(OrderId order, Func<CreditPosition, CreditPosition> change)
    {
        var at = PositionOf(order);
        var before = at >= 0 ? Positions[at] : new CreditPosition
        {
            Order = order, Revision = 0, ConfirmedRevision = 0, Reserved = Nothing, Ordered = Nothing, Delivered = Nothing,
        };
        var after = change(before);
        var isEmpty = after.Reserved.IsZero && after.Ordered.IsZero && after.Delivered.IsZero;
        return (at >= 0, isEmpty) switch
        {
            (true, false) => this with { Positions = Positions.SetItem(at, after) },
            (true, true) => this with { Positions = [.. Positions.AsSpan()[..at], .. Positions.AsSpan()[(at + 1)..]] },
            (false, false) => this with { Positions = Positions.Add(after) },
            (false, true) => this,
        };
    }
}
