namespace OrderToCash.Receivables;

/// <summary>What of our books a payout paid out.</summary>
public sealed record PaidOut
{
    /// <summary>The payout.</summary>
    public required PayoutId Payout { get; init; }

    /// <summary>The movements its rows were about.</summary>
    public EquatableArray<ExpectedMovement> Movements { get; init; }
}
