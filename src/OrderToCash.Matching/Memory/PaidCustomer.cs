namespace OrderToCash.Matching;

/// <summary>A customer that a payer paid for, and how often who said so.</summary>
public sealed record PaidCustomer
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>How many payments people confirmed.</summary>
    public int Human { get; init; }

    /// <summary>How many payments named their items and paid them exactly.</summary>
    public int Automatic { get; init; }

    /// <summary>How many of both were taken back.</summary>
    public int Reversed { get; init; }

    /// <summary>True when a person said that the payer does not pay for this customer.</summary>
    public bool IsRejected { get; init; }

    /// <summary>When it was confirmed or seen last; null when never.</summary>
    public Instant? LastAt { get; init; }

    /// <summary>What all of it counts; below zero when more was taken back.</summary>
    public long Points(MemoryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return (long)policy.HumanPoints * Human + (long)policy.AutomaticPoints * Automatic
            - (long)policy.ReversedPoints * Reversed;
    }

    /// <summary>What is thought of it at a moment.</summary>
    public PayerStanding Standing(MemoryPolicy policy, Instant at)
    {
        if (IsRejected) return PayerStanding.Rejected;
        var points = Points(policy);
        if (points < policy.CorroborateFrom) return PayerStanding.Unknown;
        var isOld = policy.TrustDays > 0 && (LastAt is not { } last || at - last > Duration.FromDays(policy.TrustDays));
        return points >= policy.ApplyFrom && !isOld ? PayerStanding.Applies : PayerStanding.Corroborates;
    }
}
