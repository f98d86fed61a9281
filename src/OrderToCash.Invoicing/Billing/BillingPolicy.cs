namespace OrderToCash.Invoicing;

/// <summary>How a customer is billed: what gives the right to, on which days, and what shares a document.</summary>
public sealed record BillingPolicy
{
    /// <summary>What gives the right to bill.</summary>
    public required BillingTrigger Trigger { get; init; }

    /// <summary>On which days; daily unless said.</summary>
    public BillingRhythm Rhythm
    {
        get => field ?? BillingRhythm.Daily;
        init => field = value == BillingRhythm.Daily ? null! : value;
    }

    /// <summary>When a period is billed; of the trigger <see cref="BillingTrigger.Schedule"/> only.</summary>
    public BillingTiming Timing { get; init; }

    /// <summary>So many days before the period begins; of <see cref="BillingTiming.Advance"/> only. Zero or more.</summary>
    public int LeadDays { get; init; }

    /// <summary>What keeps items apart, beside what always does. Empty is one document per customer.</summary>
    public EquatableArray<BillingGrouping> GroupBy { get; init; }

    /// <summary>The most lines of a document; null is any number.</summary>
    public int? MaxLines { get; init; }

    /// <summary>The least net a document is worth making for, at most one a currency.</summary>
    public EquatableArray<Money> MinimumNet { get; init; }

    /// <summary>
    /// After so many days a small amount is billed all the same, counted from its oldest billing day; null is never.
    /// </summary>
    public int? CarryAtMostDays { get; init; }

    /// <summary>True when nothing delivered beyond the order is billed.</summary>
    public bool CapsAtOrdered { get; init; }

    /// <summary>What was delivered, daily, one document per customer.</summary>
    public static BillingPolicy OnDelivery { get; } = new() { Trigger = BillingTrigger.Delivery };

    /// <summary>What was ordered, at once, a document per order.</summary>
    public static BillingPolicy OnOrder { get; } = new() { Trigger = BillingTrigger.Order, GroupBy = [BillingGrouping.Order] };

    /// <summary>What was delivered in a month, on its last day.</summary>
    public static BillingPolicy Collective { get; } = new()
    {
        Trigger = BillingTrigger.Delivery, Rhythm = BillingRhythm.EndOfMonth, GroupBy = [BillingGrouping.Period],
    };

    /// <summary>All that is wrong with it: <see cref="BillingErrors.PolicyInvalid"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = Rhythm.Check().Select(f => f.Below("rhythm")).ToList();
        if (LeadDays is < 0 or > 3660) findings.Add(Invalid("leadDays", "lead days", LeadDays));
        if (MaxLines is < 1) findings.Add(Invalid("maxLines", "most lines", MaxLines));
        if (CarryAtMostDays is < 0) findings.Add(Invalid("carryAtMostDays", "days to carry", CarryAtMostDays));
        for (var i = 0; i < MinimumNet.Count; i++)
            if (MinimumNet[i].IsNegative || MinimumNet.FindIndex(m => m.Currency == MinimumNet[i].Currency) < i)
                findings.Add(Invalid($"minimumNet[{i}]", "least net", MinimumNet[i]));
        return [.. findings];

        static DomainError Invalid(string target, string field, object? value) =>
            BillingErrors.PolicyInvalid.At(target, ("field", field), ("value", value));
    }

    internal Money? MinimumIn(Currency currency)
    {
        foreach (var least in MinimumNet)
            if (least.Currency == currency) return least;
        return null;
    }
}
