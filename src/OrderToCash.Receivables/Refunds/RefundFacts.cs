namespace OrderToCash.Receivables;

/// <summary>Money to be paid back.</summary>
public sealed record RefundFacts
{
    /// <summary>The id of the request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>The credit that is paid back.</summary>
    public required OpenItemId Credit { get; init; }

    /// <summary>What it is.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Where to.</summary>
    public required RefundRoute Route { get; init; }

    /// <summary>The way the money came; null when it is not known, or did not come as money.</summary>
    public RefundRoute? Original { get; init; }

    /// <summary>Why it does not go back the way it came; empty when it does.</summary>
    public string NotOriginalBecause { get; init => field = value ?? ""; } = "";
}
