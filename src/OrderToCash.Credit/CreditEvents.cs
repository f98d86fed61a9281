using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>What happened to a credit account.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CreditAccountOpened), "credit.account-opened")]
[JsonDerivedType(typeof(LimitGranted), "credit.limit-granted")]
[JsonDerivedType(typeof(CreditReserved), "credit.reserved")]
[JsonDerivedType(typeof(CreditWithheld), "credit.withheld")]
[JsonDerivedType(typeof(CreditReleased), "credit.released")]
[JsonDerivedType(typeof(ReservationsExpired), "credit.reservations-expired")]
[JsonDerivedType(typeof(ReservationConfirmed), "credit.reservation-confirmed")]
[JsonDerivedType(typeof(ExposureDelivered), "credit.delivered")]
[JsonDerivedType(typeof(ExposureInvoiced), "credit.invoiced")]
[JsonDerivedType(typeof(ExposureLifted), "credit.lifted")]
[JsonDerivedType(typeof(ReceivableRaised), "credit.receivable-raised")]
[JsonDerivedType(typeof(ReceivableSettled), "credit.receivable-settled")]
[JsonDerivedType(typeof(SettlementReversed), "credit.settlement-reversed")]
[JsonDerivedType(typeof(UnappliedCreditReceived), "credit.unapplied-received")]
[JsonDerivedType(typeof(UnappliedCreditWithdrawn), "credit.unapplied-withdrawn")]
public abstract record CreditEvent
{
    /// <summary>Whose credit it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who gets it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>The account began, with nothing in any bucket.</summary>
public sealed record CreditAccountOpened : CreditEvent
{
    /// <summary>The currency of limit and exposure.</summary>
    public required Currency Currency { get; init; }
}

/// <summary>A limit was granted.</summary>
public sealed record LimitGranted : CreditEvent
{
    /// <summary>The limit, its days and who approved it.</summary>
    public required GrantedLimit Limit { get; init; }
}

/// <summary>A check said yes, and the amount has its headroom.</summary>
public sealed record CreditReserved : CreditEvent
{
    /// <summary>The decision with all it was decided on.</summary>
    public required CreditDecision Decision { get; init; }

    /// <summary>When the reservation ends, itself excluded, unless it is confirmed before.</summary>
    public required Instant Until { get; init; }
}

/// <summary>A check said no; nothing was reserved.</summary>
public sealed record CreditWithheld : CreditEvent
{
    /// <summary>The decision with all it was decided on.</summary>
    public required CreditDecision Decision { get; init; }
}

/// <summary>A person lets an order pass a hold.</summary>
public sealed record CreditReleased : CreditEvent
{
    /// <summary>What may pass.</summary>
    public required CreditRelease Release { get; init; }
}

/// <summary>Reservations of unconfirmed orders ended.</summary>
public sealed record ReservationsExpired : CreditEvent
{
    /// <summary>The orders.</summary>
    public required EquatableArray<OrderId> Orders { get; init; }
}

/// <summary>An order was confirmed: what was reserved is ordered.</summary>
public sealed record ReservationConfirmed : CreditEvent
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>What moved from reserved to ordered.</summary>
    public required Money Amount { get; init; }
}

/// <summary>Goods left.</summary>
public sealed record ExposureDelivered : CreditEvent
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>What moved from ordered to delivered.</summary>
    public required Money FromOrdered { get; init; }

    /// <summary>What was delivered on top of what was ordered: the exposure rises by it.</summary>
    public required Money Increase { get; init; }
}

/// <summary>An invoice was posted.</summary>
public sealed record ExposureInvoiced : CreditEvent
{
    /// <summary>The order; <c>default</c> for an invoice without one.</summary>
    public OrderId Order { get; init; }

    /// <summary>What the invoice took out of delivered.</summary>
    public required Money FromDelivered { get; init; }

    /// <summary>What the invoice took out of ordered: billed before delivery.</summary>
    public required Money FromOrdered { get; init; }

    /// <summary>What is receivable now; its difference to the other two is a rise or fall of the exposure.</summary>
    public required Money Gross { get; init; }
}

/// <summary>What an order held is free again: a cancellation, a return before the invoice, or the order's closure.</summary>
public sealed record ExposureLifted : CreditEvent
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>What is not reserved any more.</summary>
    public required Money FromReserved { get; init; }

    /// <summary>What is not ordered any more.</summary>
    public required Money FromOrdered { get; init; }

    /// <summary>What is not delivered any more.</summary>
    public required Money FromDelivered { get; init; }
}

/// <summary>The customer owes more without an order: a fee, interest, an opening balance.</summary>
public sealed record ReceivableRaised : CreditEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Something owed was settled.</summary>
public sealed record ReceivableSettled : CreditEvent
{
    /// <summary>How much less is owed.</summary>
    public required Money Amount { get; init; }

    /// <summary>How much of it came from unapplied credit; the rest is cash, discount or write-off.</summary>
    public required Money FromUnapplied { get; init; }
}

/// <summary>A settlement was taken back: a returned payment, or an application undone.</summary>
public sealed record SettlementReversed : CreditEvent
{
    /// <summary>How much is owed again.</summary>
    public required Money Amount { get; init; }

    /// <summary>How much of it is unapplied credit again; the rest went back to the payer.</summary>
    public required Money ToUnapplied { get; init; }
}

/// <summary>Money came in or a credit note was posted, and nothing was settled by it yet.</summary>
public sealed record UnappliedCreditReceived : CreditEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}

/// <summary>Unapplied credit went back: a refund, or a return of money not yet applied.</summary>
public sealed record UnappliedCreditWithdrawn : CreditEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}
