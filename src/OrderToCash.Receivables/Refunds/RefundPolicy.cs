namespace OrderToCash.Receivables;

/// <summary>Who must approve refunds, as data.</summary>
public sealed record RefundPolicy
{
    /// <summary>
    /// The tiers of each currency: the lowest one that holds the amount counts. An amount above all tiers, or of a currency
    /// without any, can't be refunded.
    /// </summary>
    public required EquatableArray<RefundTier> Tiers { get; init; }

    /// <summary>True when money may go another way than it came without a word; else a reason is asked for.</summary>
    public bool MayLeaveOriginalRoute { get; init; }

    /// <summary>One approval up to 10,000 euro, two up to a million.</summary>
    public static RefundPolicy Standard { get; } = new()
    {
        Tiers =
        [
            new() { UpTo = Money.Of(10_000, Currency.Eur), Approvals = 1 },
            new() { UpTo = Money.Of(1_000_000, Currency.Eur), Approvals = 2 },
        ],
    };

    /// <summary>How many approvals an amount needs. Refuses <c>refund.above-limit</c>.</summary>
    public Result<int> ApprovalsFor(Money amount)
    {
        RefundTier? lowest = null;
        foreach (var tier in Tiers)
            if (tier.UpTo.Currency == amount.Currency && amount <= tier.UpTo && (lowest is null || tier.UpTo < lowest.UpTo))
                lowest = tier;
        return lowest is not null
            ? Result.Success(lowest.Approvals)
            : Result.Failure<int>(RefundErrors.AboveLimit.At("amount", ("amount", amount)));
    }
}
