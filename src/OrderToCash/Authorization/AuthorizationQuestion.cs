namespace OrderToCash;

/// <summary>What an actor wants to do. More facts may come with time.</summary>
public readonly record struct AuthorizationQuestion
{
    /// <summary>The command, with who gives it.</summary>
    public required Command Command { get; init; }

    /// <summary>
    /// What it is about: the gross amount of an order that is confirmed, released or shipped, of an invoice, of a credit
    /// note, the money of a payment, what was given away by hand where discounts are approved, what a refund pays back, what is
    /// claimed or granted in a dispute; null for the rest.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>Who.</summary>
    public Actor By => Command.By;

    /// <summary>The capability it takes: the name of the command, <c>BillOrder</c>.</summary>
    public string Capability => Command.GetType().Name;
}
