namespace OrderToCash.Credit;

/// <summary>
/// What a legal entity (or a segment) makes of what a check finds. Data: load it, version it, choose it per customer.
/// </summary>
public sealed record CreditPolicy
{
    /// <summary>The policy's name and version, quoted in each decision.</summary>
    public required string Name { get; init; }

    /// <summary>The limit of a customer without one of his own; null is <see cref="CreditLimit.Zero"/>.</summary>
    public CreditLimit? DefaultLimit { get; init; }

    /// <summary>When the exposure would rise above the limit; null is hold.</summary>
    public CreditOutcome? AboveLimit { get; init; }

    /// <summary>Warn above this share of the limit; null never.</summary>
    public Percentage? WarnAbove { get; init; }

    /// <summary>How many days overdue the oldest item may be, itself included; null any number.</summary>
    public int? MaxOverdueDays { get; init; }

    /// <summary>When it is overdue longer; null is hold.</summary>
    public CreditOutcome? WhenOverdue { get; init; }

    /// <summary>The largest order of a new customer, itself included, in the limit's currency; null any.</summary>
    public Money? MaxNewCustomerOrder { get; init; }

    /// <summary>When a new customer's order is larger; null is hold.</summary>
    public CreditOutcome? WhenNewCustomerOrderTooLarge { get; init; }

    /// <summary>
    /// What an insolvent customer gets; null is hold: somebody releases the order once it is prepaid or guaranteed.
    /// </summary>
    public CreditOutcome? WhenInsolvent { get; init; }

    /// <summary>How long the reservation of an unconfirmed order lasts, in hours; 0 is 72.</summary>
    public int ReservationHours { get; init; }

    /// <summary>Hold above the limit and beyond 30 days overdue, warn above 90 %, three days of reservation.</summary>
    public static CreditPolicy Standard { get; } = new() { Name = "standard", WarnAbove = Percentage.Of(90),
        MaxOverdueDays = 30 };
}
