namespace OrderToCash.Receivables;

/// <summary>What is expected not to come in from one customer, assessed by itself; the matrix does not count them.</summary>
public sealed record SpecificAllowance
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The share, 0 to 100.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init => field = value ?? ""; } = "";
}
