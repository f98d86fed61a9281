namespace OrderToCash.Receivables;

/// <summary>What a customer pays when a collection comes back through his doing.</summary>
public sealed record ReturnFee
{
    /// <summary>True to pass on what the bank charges us; else a fixed fee is charged.</summary>
    public bool IsActual { get; init; }

    /// <summary>The fixed fee, or the most that is passed on; zero passes nothing on.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// What is charged for a return; zero when the debtor did not cause it, or the charges are of another currency.
    /// </summary>
    /// <param name="reason">Why it came back.</param>
    /// <param name="charges">What the bank charges us; null for nothing.</param>
    public Money For(ReturnReason reason, Money? charges)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var zero = Money.Zero(Amount.Currency);
        if (!reason.IsByDebtor) return zero;
        if (!IsActual) return Amount;
        return charges is { } paid && paid.Currency == Amount.Currency ? Money.Max(Money.Min(paid, Amount), zero) : zero;
    }
}
