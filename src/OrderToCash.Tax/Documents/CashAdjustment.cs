namespace OrderToCash.Tax;

/// <summary>What a cash rounding changed.</summary>
public sealed record CashAdjustment
{
    /// <summary>The difference added to the total.</summary>
    public required AmountPair Amount { get; init; }

    /// <summary>True when it is part of a tax group, false for an amount of its own.</summary>
    public bool IsTax { get; init; }

    /// <summary>The tax group that took it up; empty for the unnamed group and for an amount of its own.</summary>
    public string TaxGroup { get; init => field = value ?? ""; } = "";
}
