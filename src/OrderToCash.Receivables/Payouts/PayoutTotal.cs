namespace OrderToCash.Receivables;

/// <summary>What the rows of one kind come to, in the currency of the payout.</summary>
public sealed record PayoutTotal
{
    /// <summary>The kind.</summary>
    public required PayoutRowKind Kind { get; init; }

    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Before fees.</summary>
    public required Money Gross { get; init; }

    /// <summary>The fees.</summary>
    public required Money Fees { get; init; }

    /// <summary>After fees.</summary>
    public required Money Net { get; init; }
}
